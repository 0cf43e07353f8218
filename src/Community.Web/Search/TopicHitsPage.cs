using Community.Search;

namespace Community.Web.Search;

/// <summary>The posts of one topic that fit a search, the best first.</summary>
/// <param name="Hits">At least one.</param>
public sealed record TopicHitsPage(string Text, IReadOnlyList<SearchHit> Hits);

/// <summary>Hits as rows, and where the other posts of their topics are.</summary>
/// <param name="TopicLink">The address of all fitting posts of a topic; null where each row is one of them.</param>
public sealed record HitRows(IReadOnlyList<SearchHit> Hits, Func<long, string>? TopicLink)
{
    /// <summary>They are like a text, and were not searched for: no reasons, no other posts.</summary>
    public bool IsPlain { get; init; }
}
