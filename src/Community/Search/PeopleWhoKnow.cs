using Community.Experts;
using Community.Governance;

namespace Community.Search;

/// <summary>Finds people for a subject: the posts that fit it, and who wrote them. To those who have no account nobody is named.</summary>
public sealed class PeopleWhoKnow(Searcher searcher, WhoKnows experts)
{
    /// <summary>What a few people at the side of a page are chosen from.</summary>
    const int FewPosts = 200;

    /// <summary>What those are chosen from whom a question is sent to: more posts bring nobody to the front (tests/README.md).</summary>
    const int EnoughPosts = 300;

    static readonly CommunityAnalyzer Analyzer = new();

    /// <summary>Everybody for whom there is evidence, the likeliest first; oneself also when one is hidden (<see cref="RankedPerson.IsHidden"/>).</summary>
    /// <param name="space">A space's slug; null for all that the viewer can read.</param>
    public Task<IReadOnlyList<RankedPerson>> About(string text, string? space, Viewer viewer, CancellationToken stop = default) => Find(text, space, viewer, WhoKnows.MostPosts, stop);

    /// <summary>Whom a question could be sent to, the likeliest first: the same, from the posts that fit best.</summary>
    public Task<IReadOnlyList<RankedPerson>> Likely(string text, Viewer viewer, CancellationToken stop = default) => Find(text, null, viewer, EnoughPosts, stop);

    /// <summary>The likeliest few, without those who left and without oneself; for the side of a page.</summary>
    public async Task<IReadOnlyList<RankedPerson>> Best(string text, Viewer viewer, int count, CancellationToken stop = default) =>
        [.. (await Find(text, null, viewer, FewPosts, stop)).Where(person => !person.IsHidden && person.LeftAt is null && person.Id != viewer.PersonId).Take(count)];

    async Task<IReadOnlyList<RankedPerson>> Find(string text, string? space, Viewer viewer, int most, CancellationToken stop)
    {
        if (!viewer.IsSignedIn) return [];

        var posts = await searcher.BestPosts(text, space, viewer, most, stop);
        if (posts.Count == 0) return [];

        var asked = Terms.Of(Analyzer, text).Select(term => term.Text).ToHashSet();
        return await experts.Of([.. posts.Select(post => new RelevantPost(post.PostId, post.Score))], IsAbout, viewer, stop);

        // "customs" is meant by "customs forms", and not the other way round.
        bool IsAbout(string subject) => Terms.Of(Analyzer, subject) is { Count: > 0 } terms && terms.Where(term => !term.IsWhole).All(term => asked.Contains(term.Text));
    }
}
