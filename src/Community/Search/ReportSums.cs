using Community.Reports;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>What reports say of posts, as the index keeps it. What an author reports of the own text is shown, and weighs nothing.</summary>
static class ReportSums
{
    extension(CommunityContext db)
    {
        /// <summary>The same rows with the sums of their reports (<see cref="ReportWeight"/>).</summary>
        public async Task<List<PostRow>> WithReports(List<PostRow> posts, CancellationToken stop)
        {
            var ids = posts.Where(post => post.Part is Part.Opening or Part.Answer).Select(post => post.Id).ToList();
            if (ids.Count == 0 || !await db.Reports.AnyAsync(stop)) return posts;

            var reports = await db.Reports.AsNoTracking().Standing().Counted(db).Where(r => ids.Contains(r.PostId) && r.PersonId != r.Post.AuthorId).OrderBy(r => r.Id).Select(r => new { r.PostId, r.Outcome, r.Day }).ToListAsync(stop);
            var sums = reports.GroupBy(r => r.PostId).ToDictionary(g => g.Key, g => (float)g.Sum(r => ReportWeight.Forward(r.Outcome, r.Day)));
            return posts.ConvertAll(post => sums.TryGetValue(post.Id, out var sum) ? post with { Reports = sum } : post);
        }

        /// <summary>How many said that these posts worked, with a change or without, and how many that they did not.</summary>
        public async Task<Dictionary<long, (int Worked, int Failed)>> ReportCounts(List<long> postIds, CancellationToken stop)
        {
            if (postIds.Count == 0) return [];

            var counts = await db.Reports.AsNoTracking().Standing().Counted(db).Where(r => postIds.Contains(r.PostId)).GroupBy(r => new { r.PostId, IsFailed = r.Outcome == ReportOutcome.Failed })
                .Select(g => new { g.Key.PostId, g.Key.IsFailed, Count = g.Count() }).ToListAsync(stop);
            return counts.GroupBy(c => c.PostId).ToDictionary(g => g.Key, g => (g.Where(c => !c.IsFailed).Sum(c => c.Count), g.Where(c => c.IsFailed).Sum(c => c.Count)));
        }
    }
}
