using Community.Topics;

namespace Community.Trials;

/// <summary>What becomes of a trial.</summary>
public enum TrialOutcome
{
    Adopted,

    /// <summary>Adopted with a change.</summary>
    Adapted,
    Abandoned,
}

/// <summary>That it was decided what becomes of a trial: what, why, by whom and when. It stands until it is revoked.</summary>
public sealed class Decision
{
    public const int MaxReasonLength = Closure.MaxReasonLength;

    Decision()
    {
    }

    internal Decision(Trial trial, TrialOutcome outcome, string? reason, long byId, DateTime now)
    {
        if (!Enum.IsDefined(outcome)) throw new RefusedException(Refusal.Invalid, "A trial is adopted, adapted or abandoned.") { Field = nameof(Outcome) };

        (Trial, Outcome, ById, At, Reason) = (trial, outcome, byId, now, OneLine.Of(reason));
        if (Reason.Length == 0) throw new RefusedException(Refusal.Invalid, "Say why in a few words; others will read it.") { Field = nameof(Reason) };
        if (Reason.Length > MaxReasonLength) throw new RefusedException(Refusal.Invalid, "A reason has at most {0} characters.", MaxReasonLength) { Field = nameof(Reason) };
        ReasonFolded = Folded.Of(Reason);
    }

    public long Id { get; private set; }

    public long TrialId { get; private set; }

    public Trial Trial { get; private set; } = null!;

    public TrialOutcome Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>The same as it is looked up.</summary>
    public string ReasonFolded { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>The note that has it now; null while none is named.</summary>
    public long? NoteId { get; private set; }

    /// <summary>That note's revision which took it in.</summary>
    public int? RevisionNumber { get; private set; }

    public long? RevokedById { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    internal void BecomeNote(long noteId, int revisionNumber) => (NoteId, RevisionNumber) = (noteId, revisionNumber);

    internal void Revoke(long byId, DateTime now) => (RevokedById, RevokedAt) = (byId, now);
}
