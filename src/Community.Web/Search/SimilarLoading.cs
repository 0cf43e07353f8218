using Community.Experts;
using Community.Search;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Search;

/// <summary>What is there already, like a title that somebody types: topics with their states and, for a question, people who know.</summary>
public sealed class SimilarLoading(CommunityContext db, CurrentViewer current, Searcher searcher, PeopleWhoKnow experts)
{
    const int Shown = 4;
    const int PeopleShown = 3;
    const int FewestLetters = 8;

    /// <summary>Null where too little is typed to look for.</summary>
    public async Task<SimilarPart?> For(string? title) => (title ?? "").Trim().Length < FewestLetters ? null : await Load(title, isAsking: true);

    public async Task<SimilarPart> Load(string? title, bool isAsking)
    {
        var viewer = await current.Get();
        var hits = await searcher.Similar(title ?? "", viewer, Shown);
        var people = isAsking && !string.IsNullOrWhiteSpace(title) ? await experts.Best(title.Length <= Topic.MaxTitleLength ? title : title[..Topic.MaxTitleLength], viewer, PeopleShown) : [];
        return new SimilarPart(hits, await Duplicates([.. hits.Select(hit => hit.TopicId)]), people, isAsking);
    }

    /// <summary>Which of them were asked before, in a place that the reader may see.</summary>
    async Task<HashSet<long>> Duplicates(List<long> ids)
    {
        if (ids.Count == 0) return [];

        var links = db.TopicLinks;
        return await db.Topics.AsNoTracking().ListedFor(await current.Get()).SelectMany(t => links.Where(l => l.ToTopicId == t.Id && l.Kind == LinkKind.Duplicate && ids.Contains(l.FromTopicId)), (t, l) => l.FromTopicId).ToHashSetAsync();
    }
}

/// <summary>Topics like a title, and people who know.</summary>
/// <param name="Duplicates">Those that were asked before.</param>
/// <param name="IsAsking">A question is being written: one of them may answer it.</param>
public sealed record SimilarPart(IReadOnlyList<SearchHit> Hits, IReadOnlySet<long> Duplicates, IReadOnlyList<RankedPerson> People, bool IsAsking)
{
    public bool IsEmpty => Hits.Count == 0 && People.Count == 0;
}
