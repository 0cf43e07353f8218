using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Trials;

/// <summary>Starts a trial; whoever does owns it.</summary>
public sealed class StartTrial(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="space">The slug.</param>
    /// <param name="once">Makes the same request sent again the same trial.</param>
    /// <returns>The trial's id.</returns>
    /// <exception cref="RefusedException">The space is not there or takes no trial from this person; somebody named cannot read it; the topic is not there.</exception>
    public async Task<long> Run(long personId, string space, TrialText text, Once? once = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords(text.Fields);
        return await store.WriteOnce(personId, once, clock.Now(), async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var into = await db.SpaceFor(viewer, space, stop);
            viewer.Demand(Act.Try, into.Id, sentence: "You may read this space, but not start a trial in it.");
            await TrialPeople.Demand(db, viewer, into.Id, text, personId, null, stop);
            db.DemandUnfound(found, clock.Now(), into.Id);

            var trial = db.Trials.Add(new Trial(into.Id, text, personId, clock.Now())).Entity;
            await db.SaveChangesAsync(stop);
            return trial.Id;
        }, stop);
    }
}
