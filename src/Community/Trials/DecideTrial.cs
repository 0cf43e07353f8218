using Community.Spaces;
using Community.Store;

namespace Community.Trials;

/// <summary>Says what becomes of a trial, and why; also before its end.</summary>
public sealed class DecideTrial(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The trial is not there, not this person's to decide, decided already, or there is no reason.</exception>
    public Task Run(long personId, long trialId, TrialOutcome outcome, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var trial = await db.TrialToKeep(await db.Viewer(personId, stop), trialId, stop);
        trial.Decide(outcome, reason, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
