using Community.Topics;

namespace Community.Web.Topics;

/// <summary>One topic in a list.</summary>
/// <param name="Faces">Those who wrote in it, the latest first, at most three.</param>
/// <param name="NewPosts">Posts since the reader's last visit; null when the reader was never there.</param>
public sealed record TopicRow(
    long Id, TopicKind Kind, string Title, string SpaceSlug, string SpaceName, int ReplyCount, DateTime CreatedAt, DateTime LastPostAt,
    bool IsClosed, bool IsAccepted, bool IsPinned, IReadOnlyList<string> Tags, IReadOnlyList<Named> Faces, int? NewPosts, bool IsUnread)
{
    public string Address => TopicAddress.Of(Kind, Id, Title);
}

/// <summary>A person as a list shows them.</summary>
public sealed record Named(long Id, string Name);

/// <summary>A page of topics.</summary>
/// <param name="Next">Address of the next page; null on the last.</param>
public sealed record TopicRows(IReadOnlyList<TopicRow> Rows, string? Next)
{
    public static TopicRows None { get; } = new([], null);
}
