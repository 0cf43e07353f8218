using Community.Store;

namespace Community.Playbooks;

/// <summary>Says that a step is done; the next one has its turn.</summary>
public sealed class FinishStep(CommunityStore store, TimeProvider clock)
{
    /// <param name="line">What was done; may be empty.</param>
    /// <exception cref="RefusedException">As of <see cref="TakeStep"/>.</exception>
    public Task Run(long personId, long runId, int number, string? line, CancellationToken stop = default) => store.Write(async db =>
    {
        var held = await db.RunFor(personId, runId, stop);
        await held.DemandStep(db, number, stop);
        held.Run.End(number, StepState.Done, line, personId, held.Rights.Leads, held.Calendar, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
