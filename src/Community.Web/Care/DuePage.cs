using Community.Notes.Care;
using Community.Web.Topics;

namespace Community.Web.Care;

/// <summary>What asks for a look at a note.</summary>
public enum DueKind
{
    Doubt,

    /// <summary>Two positions on the whole note.</summary>
    Dispute,
    DisputedPassage,

    /// <summary>A report of failure whose task is open.</summary>
    Failed,
    Unsure,
    Question,

    /// <summary>A source was taken back or hidden since the last check.</summary>
    SourceGone,

    /// <summary>A source says something else, and no steward has looked.</summary>
    SourceChanged,
    DeadLink,
}

/// <summary>One thing that speaks for or against a note.</summary>
/// <param name="Text">What was said, the address that leads nowhere, of a dispute who holds the other position, of a source the title of its topic; empty where that is out of sight.</param>
/// <param name="By">Null where nobody is named.</param>
/// <param name="Link">Where it stands; null for the note itself.</param>
/// <param name="Status">Of a dead link: the status that came back.</param>
public sealed record DueEvidence(DueKind Kind, string Text, Named? By, string? Link, DateTime? At, int? Status = null);

/// <summary>A note that asks for a look.</summary>
/// <param name="HarmAt">Since when; null when nothing is wrong and only its review comes.</param>
/// <param name="IsAlone">The reader alone keeps it.</param>
public sealed record DueRow(long TopicId, long PostId, string Title, string Address, string SpaceName, NoteState State, NoteStanding Standing, DateTime? HarmAt, IReadOnlyList<DueEvidence> Evidence, IReadOnlyList<Named> Keepers, bool IsAlone)
{
    /// <summary>What a check of this row is of.</summary>
    public Looked Looked { get; init; } = new(0, 0);
}

/// <summary>What is due, the oldest harm first; then what comes in the next 30 days.</summary>
/// <param name="IsSpaces">Of all notes in spaces that the reader keeps, and not only the own.</param>
/// <param name="MayOrphans">There is a list of notes that nobody keeps.</param>
public sealed record DuePage(IReadOnlyList<DueRow> Rows, int Total, bool IsSpaces, bool HasSpaces, bool MayOrphans, string? Next)
{
    public IEnumerable<DueRow> Harmed => Rows.Where(row => row.HarmAt is not null);

    public IEnumerable<DueRow> Coming => Rows.Where(row => row.HarmAt is null);
}

/// <summary>A note that nobody keeps.</summary>
/// <param name="Last">Who kept it last; null where nobody is known.</param>
public sealed record OrphanRow(long TopicId, string Title, string Address, string SpaceName, NoteState State, NoteStanding Standing, Named? Last);

/// <summary>Notes without a steward in spaces that the reader keeps, longest unchecked first.</summary>
public sealed record OrphansPage(IReadOnlyList<OrphanRow> Rows, int Total, IReadOnlyList<Named> Units, bool HasSpaces, string? Next);
