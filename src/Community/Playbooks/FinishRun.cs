using Community.Store;

namespace Community.Playbooks;

/// <summary>Says what came of a run whose steps are all done or skipped.</summary>
public sealed class FinishRun(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such run for this person, not theirs to end, or as of <see cref="PlaybookRun.End(RunState, string?, long, DateTime)"/>.</exception>
    public Task Run(long personId, long runId, string? outcome, CancellationToken stop = default) => store.Write(async db =>
    {
        var held = await db.RunFor(personId, runId, stop);
        held.DemandEnd();
        held.Run.End(RunState.Finished, outcome, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
