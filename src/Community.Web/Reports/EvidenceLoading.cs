using Community.Reports;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Reports;

/// <summary>Loads what reports say of posts that came through the gate in this request.</summary>
public sealed class EvidenceLoading(CommunityContext db, KnownCommunity known)
{
    /// <summary>Of all posts of a page together.</summary>
    const int Most = 2_000;

    static readonly Prepared<Func<CommunityContext, List<long>, Task<bool>>> AnyOf = new(() => EF.CompileAsyncQuery((CommunityContext db, List<long> ids) => db.Set<Report>().Any(r => ids.Contains(r.PostId))));

    /// <summary>The same for every reader of these posts.</summary>
    public async Task<IReadOnlyList<ReportFact>> Facts(List<long> postIds)
    {
        if (postIds.Count == 0 || !await AnyOf.On(db)(db, postIds)) return [];

        var posts = db.Posts;
        var facts = await db.Reports.AsNoTracking().Standing().Counted(db).Where(r => postIds.Contains(r.PostId)).OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new ReportFact(r.Id, r.PostId, r.PersonId, r.Outcome, r.Place, r.Day, posts.Any(p => p.TopicId == r.Post.TopicId && p.AuthorId == r.PersonId && p.UnnamedAt != null), null)).ToListAsync();
        var shown = facts.GroupBy(fact => fact.PostId).SelectMany(of => of.Take(PostEvidence.Shown)).Select(fact => fact.Id).ToList();
        var lines = await db.Reports.AsNoTracking().Where(r => shown.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Line);
        return facts.ConvertAll(fact => lines.TryGetValue(fact.Id, out var line) ? fact with { Line = line } : fact);
    }

    /// <summary>The facts by post, with the names that are shown.</summary>
    public async Task<IReadOnlyDictionary<long, PostEvidence>> Of(IReadOnlyList<ReportFact> facts)
    {
        if (facts.Count == 0) return new Dictionary<long, PostEvidence>();

        var names = await known.Names(facts.Where(fact => fact is { Line: not null, IsNameless: false }).Select(fact => fact.PersonId).Distinct());
        var shown = names.ToDictionary(name => name.Key, name => name.Value.Name);
        return facts.GroupBy(fact => fact.PostId).ToDictionary(of => of.Key, of => new PostEvidence([.. of], shown));
    }
}
