using Community.Governance;
using Community.Topics;

namespace Community.Web.Topics;

/// <summary>A post as it lies in the database, the same for every reader.</summary>
public sealed class PostRow
{
    public required long Id { get; init; }
    public required long TopicId { get; init; }
    public required Part Part { get; init; }
    public required long? ParentId { get; init; }
    public required Part? ParentPart { get; init; }
    public required long? ParentAuthorId { get; init; }
    public required long AuthorId { get; init; }
    public required string? AuthorName { get; init; }
    public required DateTime? UnnamedAt { get; init; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime? EditedAt { get; init; }
    public required int RevisionNumber { get; init; }
    public required int Score { get; init; }
    public required Standing Standing { get; init; }
    public required string Html { get; init; }
    public required PostSource? Source { get; init; }
    public required Voice Voice { get; init; }
    public required string? Interest { get; init; }
}
