using Community.Store;

namespace Community.Playbooks;

/// <summary>Ends a run before its steps are done, with a reason. Those who moderate the space of the post may, too.</summary>
public sealed class StopRun(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such run for this person, not theirs to end, it has ended, or there is no reason.</exception>
    public Task Run(long personId, long runId, string? why, CancellationToken stop = default) => store.Write(async db =>
    {
        var held = await db.RunFor(personId, runId, stop);
        held.DemandEnd();
        held.Run.End(RunState.Stopped, why, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
