using Community.Spaces;
using Community.Store;

namespace Community.Trials;

/// <summary>Revokes what was decided about a trial; it stays on record.</summary>
public sealed class ReopenTrial(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The trial is not there, not this person's to decide, or nothing is decided.</exception>
    public Task Run(long personId, long trialId, CancellationToken stop = default) => store.Write(async db =>
    {
        var trial = await db.TrialToKeep(await db.Viewer(personId, stop), trialId, stop);
        trial.Reopen(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
