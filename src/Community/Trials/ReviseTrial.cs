using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>Changes what stands of a trial, puts off its end, or hands it to another owner.</summary>
public sealed class ReviseTrial(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="ownerId">Null leaves the owner.</param>
    /// <exception cref="RefusedException">The trial is not there or not this person's to change; somebody named cannot read the space; the topic is not there.</exception>
    public async Task Run(long personId, long trialId, TrialText text, long? ownerId = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords(text.Fields, db => db.Trials.Where(t => t.Id == trialId).Select(t => new[] { t.Title, t.What, t.Place, t.Measure }).FirstOrDefaultAsync(stop));
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var trial = await db.TrialToKeep(viewer, trialId, stop);
            var owner = ownerId ?? trial.OwnerId;
            // Who left stays named; who comes new must be able to read it.
            var before = trial.Triers.Select(trier => trier.PersonId).Append(trial.OwnerId).ToList();
            var added = text with { PersonIds = [.. text.PersonIds.Except(before)] };
            await TrialPeople.Demand(db, viewer, trial.SpaceId, added, owner == trial.OwnerId ? personId : owner, trial.TopicId, stop);
            db.DemandUnfound(found, clock.Now(), trial.SpaceId);

            trial.Revise(text, owner, personId, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
