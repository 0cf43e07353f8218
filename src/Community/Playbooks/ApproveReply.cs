using Community.Store;

namespace Community.Playbooks;

/// <summary>Approves what somebody would answer, or gives it back with a reason; never the own words.</summary>
public sealed class ApproveReply(CommunityStore store, TimeProvider clock)
{
    /// <param name="version">The text that was read.</param>
    /// <param name="note">Why it is given back; may be empty where it is approved.</param>
    /// <exception cref="RefusedException">No such run for this person, somebody else approves it, or as of <see cref="PlaybookRun.Decide"/>.</exception>
    public Task Run(long personId, long runId, int version, bool isApproved = true, string? note = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var held = await db.RunFor(personId, runId, stop);
        if (!await db.MayApprove(held.Viewer, held.Run, stop)) throw new RefusedException(Refusal.Forbidden, "Somebody else approves this answer. On the run you read who.");

        held.Run.Decide(isApproved, note, version, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
