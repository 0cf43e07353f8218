using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>What was tried before and abandoned: "tried, did not work here". Looked for among the rows, which are few.</summary>
public static class TriedBefore
{
    public const int Most = 3;

    /// <summary>More words than these narrow no further.</summary>
    const int MostWords = 6;

    const int FewestLetters = 3;

    extension(CommunityContext db)
    {
        /// <summary>Abandoned trials in the viewer's sight that have all of these words, also as the beginning or middle of others; the latest first. Words of one or two letters are passed over.</summary>
        public async Task<IReadOnlyList<Tried>> TriedWith(Viewer viewer, IEnumerable<string> words, CancellationToken stop)
        {
            var wanted = words.Select(Folded.Of).Where(word => word.Length >= FewestLetters).Distinct().Take(MostWords).ToList();
            if (wanted.Count == 0) return [];

            var standing = Abandoned(db, viewer);
            foreach (var word in wanted) standing = standing.Where(d => d.Trial.TextFolded.Contains(word) || d.ReasonFolded.Contains(word));
            return await Rows(standing.Take(Most), stop);
        }

        /// <summary>The same of trials that belong to these topics; the latest of each.</summary>
        public async Task<ILookup<long, Tried>> TriedIn(Viewer viewer, IReadOnlyCollection<long> topicIds, CancellationToken stop)
        {
            var ids = topicIds.Select(id => (long?)id).ToList();
            return (await Rows(Abandoned(db, viewer).Where(d => ids.Contains(d.Trial.TopicId)).Take(Most * ids.Count), stop)).ToLookup(tried => tried.TopicId ?? 0);
        }
    }

    static IQueryable<Decision> Abandoned(CommunityContext db, Viewer viewer)
    {
        var visible = db.Trials.VisibleTo(viewer);
        return db.TrialDecisions.AsNoTracking().Where(d => d.RevokedAt == null && d.Outcome == TrialOutcome.Abandoned && visible.Any(t => t.Id == d.TrialId)).OrderByDescending(d => d.At).ThenByDescending(d => d.Id);
    }

    static Task<List<Tried>> Rows(IQueryable<Decision> decisions, CancellationToken stop) =>
        decisions.Select(d => new Tried(d.TrialId, d.Trial.TopicId, d.Trial.Title, d.Trial.Place, d.Reason, d.At)).ToListAsync(stop);
}

/// <summary>Something that was tried and abandoned.</summary>
/// <param name="TopicId">The topic that it belongs to, which need not be in the reader's sight; for lookups alone.</param>
/// <param name="Reason">Why it was abandoned.</param>
public sealed record Tried(long TrialId, long? TopicId, string Title, string Place, string Reason, DateTime At);
