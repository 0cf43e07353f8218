using Community.Events;
using Community.Governance;
using Community.Topics.Voices;

namespace Community.Topics.Holding;

/// <summary>
/// A text that waits before anybody sees it. Until it is released there is no post of it: nothing that reads posts can show it. Then what its author asked for is done anew, in their name and with their rights of that moment.
/// </summary>
public sealed class Submission : Entity
{
    public const int MaxNoteLength = 1_000;

    /// <summary>How long somebody who took it has it for themselves.</summary>
    public static readonly TimeSpan ClaimFor = TimeSpan.FromMinutes(30);

    Submission()
    {
    }

    internal Submission(long personId, long spaceId, HeldRequest request, Speech speech, HeldFor held, DateTime now)
    {
        (PersonId, SpaceId, Voice, UnitId, At, SentAt) = (personId, spaceId, speech.Voice, speech.UnitId, now, now);
        Take(request, speech, held, now);
    }

    /// <summary>Who wrote it.</summary>
    public long PersonId { get; private set; }

    /// <summary>Who decides is not shown who wrote it.</summary>
    public bool IsMasked { get; private set; }

    public long SpaceId { get; private set; }

    /// <summary>Where it will stand; null for a new topic.</summary>
    public long? TopicId { get; private set; }

    public Voice Voice { get; private set; }

    public long? UnitId { get; private set; }

    /// <summary>What is to be done, as JSON of <see cref="HeldRequest"/>.</summary>
    public string Request { get; private set; } = "";

    public string? Interest { get; private set; }

    /// <summary>What its author says to what was found in it.</summary>
    public string Justification { get; private set; } = "";

    /// <summary>Why it waits, a sentence's beginning a line; see <see cref="HeldReason"/>.</summary>
    public string Reasons { get; private set; } = "";

    /// <summary>Only somebody else with the same voice, or an administrator, releases it.</summary>
    public bool NeedsVoice { get; private set; }

    public SubmissionState State { get; private set; }

    /// <summary>Grows with each text: who decides says on which one.</summary>
    public int Version { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>When the present text came.</summary>
    public DateTime SentAt { get; private set; }

    /// <summary>By when somebody should have looked.</summary>
    public DateTime? DueAt { get; private set; }

    public DateTime? LateAt { get; private set; }

    /// <summary>From when it may be seen.</summary>
    public DateTime? ReleaseAt { get; private set; }

    public long? ClaimedById { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public long? DecidedById { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary>What who decided says to the author; or why it could not be posted.</summary>
    public string Note { get; private set; } = "";

    /// <summary>What came of it.</summary>
    public long? PostId { get; private set; }

    public bool IsOpen => State is SubmissionState.Waiting or SubmissionState.Returned;

    public long? ClaimedBy(DateTime now) => ClaimedAt > now - ClaimFor ? ClaimedById : null;

    public HeldRequest ToRequest() => HeldRequest.OfJson(Request);

    /// <summary>The post that came of it is erased, and with it what was typed here.</summary>
    internal void Forget()
    {
        var request = ToRequest() is HeldEdit edit ? edit with { Summary = null, NewTitle = null } : ToRequest();
        (Request, Justification, Interest) = ((request with { Body = "", Title = "" }).ToJson(), "", null);
    }

    /// <summary>The author mends what was returned.</summary>
    /// <exception cref="RefusedException">It does not wait for that.</exception>
    internal void Resend(HeldRequest request, Speech speech, HeldFor held, DateTime now)
    {
        if (!IsOpen) throw new RefusedException(Refusal.Conflict, "This was decided meanwhile; it cannot be changed here any more.");

        SentAt = now;
        Take(request, speech, held, now);
    }

    /// <summary>Somebody looks at it, and nobody else meanwhile.</summary>
    /// <exception cref="RefusedException">Somebody else does, or it does not wait.</exception>
    internal void Claim(long personId, DateTime now)
    {
        DemandWaiting();
        if (ClaimedBy(now) is { } other && other != personId) throw new RefusedException(Refusal.Conflict, "Somebody else is looking at this one. Take another; it comes back by itself if they leave it.");

        (ClaimedById, ClaimedAt) = (personId, now);
    }

    internal void GiveBack(long personId, DateTime now)
    {
        if (ClaimedBy(now) == personId) (ClaimedById, ClaimedAt) = (null, null);
    }

    /// <exception cref="RefusedException">It does not wait, another text came meanwhile, somebody else is looking at it, or there is no reason.</exception>
    internal void Decide(SubmissionState state, string? note, int version, long personId, DateTime now)
    {
        DemandWaiting();
        if (personId == PersonId) throw new RefusedException(Refusal.Forbidden, "Nobody decides on their own words.");
        if (version != Version) throw new RefusedException(Refusal.Conflict, "Its author sent another text meanwhile. Read that one, and decide on it.");
        Claim(personId, now);
        Note = (note ?? "").Trim();
        if (Note.Length > MaxNoteLength || Note.Length == 0 && state != SubmissionState.Released) throw new RefusedException(Refusal.Invalid, "Say why, in at most {0} characters: the author reads it.", MaxNoteLength) { Field = nameof(Note) };

        (State, DecidedById, DecidedAt, ClaimedById, ClaimedAt) = (state, personId, now, null, null);
        if (state == SubmissionState.Released) ReleaseAt = now;
        Tell(EventKind.Judged, now, personId);
    }

    /// <summary>Its author takes it back.</summary>
    /// <exception cref="RefusedException">It is seen already, or was decided on.</exception>
    internal void Undo(DateTime now)
    {
        if (!IsOpen && State is not (SubmissionState.Failed or SubmissionState.Declined) && !(State == SubmissionState.Released && DecidedById is null)) throw new RefusedException(Refusal.Conflict, "It is too late for that. Withdraw the post instead.");

        (State, DecidedAt) = (SubmissionState.Undone, now);
    }

    /// <summary>It is being posted, in the same transaction: from now on nobody takes it back here.</summary>
    internal void LetOut() => State = SubmissionState.Published;

    internal void Became(long postId) => PostId = postId;

    internal void Fail(string why, DateTime now)
    {
        (State, Note) = (SubmissionState.Failed, why.Length > MaxNoteLength ? why[..MaxNoteLength] : why);
        Tell(EventKind.Judged, now, null);
    }

    internal void BeLate(DateTime now)
    {
        LateAt = now;
        Tell(EventKind.JudgingLate, now, null);
    }

    void DemandWaiting()
    {
        if (State != SubmissionState.Waiting) throw new RefusedException(Refusal.Conflict, "Somebody decided on this one meanwhile.");
    }

    void Take(HeldRequest request, Speech speech, HeldFor held, DateTime now)
    {
        Version++;
        IsMasked = request.IsMasked;
        (Request, TopicId, PostId) = (request.ToJson(), request.InTopic, (request as HeldEdit)?.PostId);
        (Interest, Justification) = (speech.Interest, speech.Justification ?? "");
        (Reasons, NeedsVoice, State, DueAt, LateAt) = (string.Join('\n', held.Reasons), held.NeedsVoice, SubmissionState.Waiting, now + held.Within, null);
        if (held.Reasons.Count == 0) (State, ReleaseAt, DueAt) = (SubmissionState.Released, now + held.Within, null);
        else Tell(EventKind.Held, now, IsMasked ? null : PersonId);
    }
}
