using Community.Events;

namespace Community.Notes.Writing;

/// <summary>A beginning for notes of a space: headings that become the fields of the form, or a text to write on in.</summary>
public sealed class NoteTemplate : Entity
{
    public const int MaxNameLength = 80, MaxTextLength = 20_000, MostInSpace = 30;

    NoteTemplate()
    {
    }

    /// <exception cref="RefusedException">Name or text cannot be taken.</exception>
    public NoteTemplate(long spaceId, string? name, string? text, long actorId, DateTime now)
    {
        (SpaceId, MadeById, CreatedAt) = (spaceId, actorId, now);
        Change(name, text, actorId, now);
    }

    public long SpaceId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Markdown. Where it has second-level headings, each of them is a field of the form, with what stands under it.</summary>
    public string Text { get; private set; } = "";

    public long MadeById { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    /// <exception cref="RefusedException">Name or text cannot be taken.</exception>
    public void Change(string? name, string? text, long actorId, DateTime now)
    {
        (Name, Text) = (string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), (text ?? "").ReplaceLineEndings("\n").Trim());
        if (Name.Length is 0 or > MaxNameLength) throw new RefusedException(Refusal.Invalid, "A template's name has 1 to {0} characters.", MaxNameLength) { Field = nameof(Name) };
        if (Text.Length is 0 or > MaxTextLength) throw new RefusedException(Refusal.Invalid, "A template has 1 to {0} characters of text.", MaxTextLength) { Field = nameof(Text) };

        Tell(EventKind.TemplateChanged, now, actorId, spaceId: () => SpaceId);
    }

    public void Remove(bool isRemoved, long actorId, DateTime now)
    {
        RemovedAt = isRemoved ? RemovedAt ?? now : null;
        Tell(EventKind.TemplateChanged, now, actorId, spaceId: () => SpaceId);
    }
}
