using Community.Topics;

namespace Community.Web.Topics;

/// <summary>Any form that somebody composes in, as it stands while it is typed.</summary>
public sealed record DraftForm : Composed
{
    /// <summary>See <see cref="DraftPlace"/>.</summary>
    public string? Place { get; init; }

    public string? Title { get; init; }

    public string? Body { get; init; }

    public string? Space { get; init; }

    public string? Tags { get; init; }

    public string? Summary { get; init; }

    public long? ParentId { get; init; }

    public int? BaseRevision { get; init; }

    public DraftText ToText() => new(Body ?? "", Title ?? "", Space ?? "", Tags ?? "", Summary ?? "", ParentId, BaseRevision, Key is { Length: <= 64 } ? Key : "");
}
