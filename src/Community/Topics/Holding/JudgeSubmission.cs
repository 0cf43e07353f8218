using Community.Store;

namespace Community.Topics.Holding;

/// <summary>Takes something that waits, so that nobody else looks at it meanwhile; or gives it back.</summary>
public sealed class ClaimSubmission(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such thing for this person to decide on; somebody else is looking at it; it does not wait.</exception>
    public Task Run(long personId, long submissionId, bool isTaken = true, CancellationToken stop = default) => store.Write(async db =>
    {
        var now = clock.Now();
        var submission = await db.SubmissionToJudge(personId, submissionId, now, stop);
        if (isTaken) submission.Claim(personId, now);
        else submission.GiveBack(personId, now);
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>Decides on what waits: it may be seen, its author mends it first, or it may not.</summary>
public sealed class JudgeSubmission(CommunityStore store, TimeProvider clock)
{
    /// <param name="verdict">Released, Returned or Declined.</param>
    /// <param name="note">Why; the author reads it.</param>
    /// <param name="version">The text that was read.</param>
    /// <exception cref="RefusedException">There is no such thing for this person to decide on; or as of <see cref="Submission"/>.</exception>
    public Task Run(long personId, long submissionId, SubmissionState verdict, string? note, int version, CancellationToken stop = default) => store.Write(async db =>
    {
        if (verdict is not (SubmissionState.Released or SubmissionState.Returned or SubmissionState.Declined)) throw new RefusedException(Refusal.Invalid, "Approve it, return it or decline it.");

        var now = clock.Now();
        (await db.SubmissionToJudge(personId, submissionId, now, stop)).Decide(verdict, note, version, personId, now);
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>Its author takes back what waits. The text becomes a draft again where it was written.</summary>
public sealed class UndoSubmission(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Nothing of this person's waits there, or it is too late.</exception>
    public Task<Submission> Run(long personId, long submissionId, CancellationToken stop = default) => store.Write(async db =>
    {
        var submission = await db.OwnSubmission(personId, submissionId, stop);
        submission.Undo(clock.Now());
        await db.SaveChangesAsync(stop);
        return submission;
    }, stop);
}
