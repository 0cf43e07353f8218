using Community.Events;

namespace Community.Glossary;

/// <summary>A word or phrase of the house with its meaning and the other forms that people type for it. Kept by members, of one space or of the whole institution.</summary>
public sealed class Term : Entity
{
    Term()
    {
    }

    internal Term(long? spaceId, TermText text, long actorId, DateTime now)
    {
        SpaceId = spaceId;
        AuthorId = actorId;
        CreatedAt = now;
        Take(text, actorId, "", now);
        Tell(EventKind.TermAdded, now, actorId, spaceId: () => SpaceId);
    }

    /// <summary>Whose glossary it stands in; null for the whole institution's. It never changes: a revision made for few readers would come before more of them.</summary>
    public long? SpaceId { get; private set; }

    /// <summary>As it is written.</summary>
    public string Name { get; private set; } = "";

    /// <summary>As it is looked up; one live term a glossary has it.</summary>
    public string NameFolded { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Meaning { get; private set; } = "";

    /// <summary>Other forms, one a line.</summary>
    public string SynonymLines { get; private set; } = "";

    /// <summary>The same as they are looked up.</summary>
    public string SynonymsFolded { get; private set; } = "";

    public IReadOnlyList<string> Synonyms => TermText.Lines(SynonymLines);

    /// <summary>From 1.</summary>
    public int RevisionNumber { get; private set; }

    public long AuthorId { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>Mirrors the removal that holds; null while the term is live.</summary>
    public DateTime? RemovedAt { get; private set; }

    public List<TermRevision> Revisions { get; } = [];

    internal bool Says(TermText text) => text.Name == Name && text.Meaning == Meaning && text.SynonymLines == SynonymLines;

    internal void Revise(TermText text, long editorId, string? summary, DateTime now)
    {
        if (RemovedAt is not null) throw new RefusedException(Refusal.Conflict, "This term was removed. Bring it back before you revise it.");

        Take(text, editorId, summary, now);
        Tell(EventKind.TermRevised, now, editorId, spaceId: () => SpaceId);
    }

    internal TermRemoval Remove(string reason, long actorId, DateTime now)
    {
        if (RemovedAt is not null) throw new RefusedException(Refusal.Conflict, "This term was removed already.");

        var removal = new TermRemoval(this, reason, actorId, now);
        RemovedAt = now;
        Tell(EventKind.TermRemoved, now, actorId, spaceId: () => SpaceId);
        return removal;
    }

    internal void Restore(TermRemoval removal, long actorId, DateTime now)
    {
        removal.Lift(actorId, now);
        RemovedAt = null;
        Tell(EventKind.TermRestored, now, actorId, spaceId: () => SpaceId);
    }

    void Take(TermText text, long editorId, string? summary, DateTime now)
    {
        (Name, NameFolded, Meaning) = (text.Name, Folded.Of(text.Name), text.Meaning);
        SynonymLines = text.SynonymLines;
        SynonymsFolded = string.Join('\n', text.Synonyms.Select(Folded.Of));
        Revisions.Add(new TermRevision(this, ++RevisionNumber, text, editorId, summary, now));
    }
}
