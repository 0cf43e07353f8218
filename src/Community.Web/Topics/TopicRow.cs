using Community.Notes.Care;
using Community.Topics;
using Community.Web.Frame;

namespace Community.Web.Topics;

/// <summary>One topic in a list.</summary>
/// <param name="Faces">Those who wrote in it, the latest first, at most three.</param>
/// <param name="NewPosts">Posts since the reader's last visit; null when the reader was never there.</param>
public sealed record TopicRow(
    long Id, TopicKind Kind, string Title, string SpaceSlug, string SpaceName, int ReplyCount, DateTime CreatedAt, DateTime LastPostAt,
    bool IsClosed, bool IsAccepted, bool IsPinned, IReadOnlyList<string> Tags, IReadOnlyList<Named> Faces, int? NewPosts, bool IsUnread)
{
    /// <summary>How far a note can be relied on; null for other kinds.</summary>
    public NoteState? Note { get; init; }

    /// <summary>A note that the reader may see answers the question.</summary>
    public bool IsAnsweredByNote { get; init; }

    public string Address => TopicAddress.Of(Kind, Id, Title);
}

/// <summary>A person as a list shows them.</summary>
/// <param name="IsMask">As of <see cref="Community.Spaces.KnownName"/>.</param>
public sealed record Named(long Id, string Name, bool IsMask = false)
{
    /// <summary>Null where there is no page.</summary>
    public string? Address => IsMask ? null : $"/people/{Id}/{Slug.Of(Name)}";
}

/// <summary>A page of topics.</summary>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record TopicRows(IReadOnlyList<TopicRow> Rows, string? Next)
{
    public static TopicRows None { get; } = new([], null);
}

/// <summary>Which topics stand on a page of a list.</summary>
public sealed record TopicIds(IReadOnlyList<long> Ids, string? Next)
{
    /// <summary>The page with its rows, which may have been loaded together with those of other lists.</summary>
    public TopicRows With(IReadOnlyList<TopicRow> rows) => new([.. Ids.Select(id => rows.FirstOrDefault(row => row.Id == id)).OfType<TopicRow>()], Next);
}
