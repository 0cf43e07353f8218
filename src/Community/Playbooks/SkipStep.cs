using Community.Store;

namespace Community.Playbooks;

/// <summary>Leaves a step out, with a reason; the next one has its turn.</summary>
public sealed class SkipStep(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no reason; or as of <see cref="TakeStep"/>.</exception>
    public Task Run(long personId, long runId, int number, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var held = await db.RunFor(personId, runId, stop);
        await held.DemandStep(db, number, stop);
        held.Run.End(number, StepState.Skipped, reason, personId, held.Rights.Leads, held.Calendar, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
