using Community.Notes.Writing;
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

    /// <summary>Of a note's form: what it is for, and what stands under each of its headings.</summary>
    public string? Purpose { get; init; }

    public string?[] Headings { get; init; } = [];

    public string?[] Probes { get; init; } = [];

    /// <summary>See <see cref="NoteShape"/>.</summary>
    public string? Shape { get; init; }

    /// <summary>Of a new question: without the asker's name.</summary>
    public bool Masked { get; init; }

    public DraftText ToText() => new(Headings.Length > 0 ? NoteSections.OfFields(Purpose, Headings, Probes).Text(isWhole: true) : Body ?? "", Title ?? "", Space ?? "", Tags ?? "", Summary ?? "", ParentId, BaseRevision, Key is { Length: <= 64 } ? Key : "", NoteShape.IsForm(Shape) ? NoteShape.Form : Shape is null ? "" : NoteShape.Free, Masked);
}
