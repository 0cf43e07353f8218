using Community.Notes.Care;
using Community.Notes.Refining;
using Community.Web.Topics;

namespace Community.Web.Care;

/// <summary>How a note is kept, as one reader sees it.</summary>
/// <param name="CheckedBy">Null when nobody has checked it since it was written.</param>
/// <param name="StandIns">The stewards of its space, where nobody keeps it.</param>
/// <param name="Doubts">Who says that it is no longer true, and was not answered; for readers with an account.</param>
/// <param name="Mine">The reader's own word that still stands.</param>
public sealed record NoteCareView(long TopicId, long PostId, NoteState State, NoteStanding Standing, Named? CheckedBy, IReadOnlyList<Named> People, IReadOnlyList<Named> Units, IReadOnlyList<Named> StandIns,
    Marked? Outdated, NoteDisputes Disputes, IReadOnlyList<Doubt> Doubts, int Yes, int Unsure, bool MayKeep, bool MaySay, NoteVerdict? Mine)
{
    /// <summary>How many passages are disputed, where that is all that is said against the note; 0 else.</summary>
    public int DisputedPassages { get; init; }

    /// <summary>What a check of this page is of.</summary>
    public Looked Looked { get; init; } = new(0, 0);

    /// <summary>Where approval is required, not the author of the note.</summary>
    public bool MayCheck { get; init; }

    /// <summary>Null in a space that requires no approval.</summary>
    public ApprovalState? Approval { get; init; }
}

/// <summary>That its stewards say it no longer holds.</summary>
public sealed record Marked(string Reason, Named By, DateTime At);

/// <summary>Somebody's word that a note is no longer true.</summary>
public sealed record Doubt(Named By, string Word, DateTime At);
