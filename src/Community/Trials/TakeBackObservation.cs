using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>Whoever saw something takes it back; who keeps the trial, or moderates, can, too.</summary>
public sealed class TakeBackObservation(CommunityStore store, TimeProvider clock)
{
    /// <returns>The trial's id.</returns>
    /// <exception cref="RefusedException">There is no such observation for this person, it is not theirs, or it was taken back already.</exception>
    public Task<long> Run(long personId, long observationId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var trialId = await db.TrialObservations.Where(o => o.Id == observationId).Select(o => o.TrialId).FirstOrDefaultAsync(stop);
        var trial = await db.TrialFor(viewer, trialId, stop);
        var observation = await db.TrialObservations.FirstAsync(o => o.Id == observationId, stop);
        if (observation.AuthorId != personId && !viewer.Keeps(trial) && !viewer.May(Act.Remove, trial.SpaceId))
            throw new RefusedException(Refusal.Forbidden, "Whoever saw it takes it back.");

        trial.TakeBack(observation, personId, clock.Now());
        await db.SaveChangesAsync(stop);
        return trial.Id;
    }, stop);
}
