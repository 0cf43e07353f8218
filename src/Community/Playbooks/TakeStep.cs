using Community.Store;

namespace Community.Playbooks;

/// <summary>Takes a step, so that nobody else does the same meanwhile; or gives it back.</summary>
public sealed class TakeStep(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such run for this person; the step is somebody else's, somebody else has taken it, or it is not its turn.</exception>
    public Task Run(long personId, long runId, int number, bool isTaken = true, CancellationToken stop = default) => store.Write(async db =>
    {
        var held = await db.RunFor(personId, runId, stop);
        await held.DemandStep(db, number, stop);
        held.Run.Take(number, isTaken, personId, held.Rights.Leads, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
