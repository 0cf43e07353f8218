using Community.Search;

namespace Community.Web.Search;

/// <summary>The posts of one topic that fit a search, the best first.</summary>
/// <param name="Hits">At least one.</param>
public sealed record TopicHitsPage(string Text, IReadOnlyList<SearchHit> Hits);

/// <summary>Hits as rows. Where nothing more is said, they are like a text and were not searched for: no reasons, no other posts.</summary>
public sealed record HitRows(IReadOnlyList<SearchHit> Hits)
{
    /// <summary>The address of all posts of a topic that fit what was searched for.</summary>
    public Func<long, string>? TopicLink { get; init; }

    /// <summary>Each is a post of the one topic in which was searched.</summary>
    public bool IsOneTopic { get; init; }

    public bool IsSearched => IsOneTopic || TopicLink is not null;
}
