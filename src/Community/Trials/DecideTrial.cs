using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Trials;

/// <summary>Says what becomes of a trial, and why; also before its end.</summary>
public sealed class DecideTrial(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <exception cref="RefusedException">The trial is not there, not this person's to decide, decided already, or there is no reason.</exception>
    public async Task Run(long personId, long trialId, TrialOutcome outcome, string? reason, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([(nameof(Decision.Reason), reason)]);
        await store.Write(async db =>
        {
            var trial = await db.TrialToKeep(await db.Viewer(personId, stop), trialId, stop);
            db.DemandUnfound(found, clock.Now(), trial.SpaceId);
            trial.Decide(outcome, reason, personId, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
