using Community.Governance;
using Community.Questions;
using Community.Store;
using Community.Text;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Proposes questions that may be the same as one, behind the gate of whoever asks. A person decides.</summary>
public sealed class DuplicateProposals(Searcher searcher, CommunityContext db, KnownTopics known)
{
    /// <summary>So many are proposed.</summary>
    public const int Count = 5;

    /// <summary>How little the first places count before the next ones, where two rankings are made one (reciprocal rank fusion; Cormack et al., 2009, with fewer to fuse).</summary>
    const int Evenness = 10;

    /// <summary>The most alike first, without the question itself and without those that lead elsewhere. The question must have come through the gate.</summary>
    public async Task<IReadOnlyList<SearchHit>> Of(Topic question, Viewer viewer, CancellationToken stop = default)
    {
        var revisions = db.Revisions;
        var html = await db.Posts.AsNoTracking().Where(p => p.TopicId == question.Id && p.Part == Part.Opening && p.Standing == Standing.Published)
            .Select(p => revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Html).First()).FirstOrDefaultAsync(stop);
        if (html is null) return [];

        // The same is asked at length with other words, and in short with a title that says little. What is shown of one is what fits the title, if anything does.
        var hits = Fused(await Like(question.Title, viewer, stop), await Like($"{question.Title} {PlainPost.Of(html)}", viewer, stop));
        var facts = await known.Facts([.. hits.Select(hit => hit.TopicId)]);
        return [.. hits.Where(hit => hit.TopicId != question.Id && facts.GetValueOrDefault(hit.TopicId) is { IsDuplicate: false }).Take(Count)];
    }

    async Task<IReadOnlyList<SearchHit>> Like(string text, Viewer viewer, CancellationToken stop) => (await searcher.Search(new SearchRequest(text, TopicKind.Question) { IsProse = true }, viewer, stop)).Hits;

    static List<SearchHit> Fused(params IReadOnlyList<SearchHit>[] rankings) =>
        [.. rankings.SelectMany(ranking => ranking.Select((hit, place) => (Hit: hit, Worth: 1.0 / (Evenness + place)))).GroupBy(found => found.Hit.TopicId).OrderByDescending(same => same.Sum(found => found.Worth)).Select(same => same.First().Hit)];
}
