using Community.Topics;
using Community.Web.Topics;

namespace Community.Web.Rearranging;

/// <summary>What goes where, as it is chosen.</summary>
public sealed record RearrangeForm
{
    public RearrangementKind What { get; init; }

    /// <summary>The posts; a merge takes all.</summary>
    public long[]? Posts { get; init; }

    /// <summary>Of a split: what the new topic is.</summary>
    public TopicKind Kind { get; init; }

    public string? Title { get; init; }

    /// <summary>The slug of the new topic's space.</summary>
    public string? Space { get; init; }

    /// <summary>The topic that they go into: its number or address.</summary>
    public string? Into { get; init; }

    /// <summary>Others may read them there than here, and it is meant so.</summary>
    public bool Openly { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The page for bringing posts into another topic.</summary>
/// <param name="After">The last post shown; null where none is left.</param>
public sealed record RearrangePage(TopicHead Topic, RearrangeForm Form, IReadOnlyList<PickablePost> Posts, IReadOnlyList<SpaceChoice> Spaces, long? After);

/// <summary>A post that can be chosen.</summary>
/// <param name="Author">Null as <paramref name="Words"/>.</param>
/// <param name="Words">How it begins; null where it is out of the reader's sight.</param>
public sealed record PickablePost(long Id, Part Part, bool IsUnder, string? Author, DateTime At, string? Words);
