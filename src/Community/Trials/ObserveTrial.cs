using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Trials;

/// <summary>Writes down what was seen in a trial. Everybody who writes in its space may.</summary>
public sealed class ObserveTrial(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="day">Null for today.</param>
    /// <param name="once">Makes the same request sent again the same observation.</param>
    /// <returns>The observation's id.</returns>
    /// <exception cref="RefusedException">The trial is not there, decided, or takes nothing from this person; the line cannot be taken.</exception>
    public async Task<long> Run(long personId, long trialId, Seen seen, string? line, DateOnly? day, Once? once = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([(nameof(Observation.Line), line)]);
        return await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var trial = await db.TrialFor(viewer, trialId, stop);
            viewer.Demand(Act.Try, trial.SpaceId, sentence: "You may read this space, but not write in it.");
            db.DemandUnfound(found, clock.Now(), trial.SpaceId);

            var observation = trial.Observe(seen, line, day ?? await db.Today(clock.Now(), stop), personId, clock.Now());
            await db.SaveChangesAsync(stop);
            return observation.Id;
        }, stop);
    }
}
