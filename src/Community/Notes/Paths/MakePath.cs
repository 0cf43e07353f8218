using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Notes.Paths;

/// <summary>Begins a path in a space. Its stations come one by one.</summary>
public sealed class MakePath(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="space">The slug.</param>
    /// <param name="unitId">Whose newcomers find it on their first page; null for those of the space.</param>
    /// <returns>The path's id.</returns>
    /// <exception cref="RefusedException">No such space or unit, not this person's to make one in, or words that cannot be taken.</exception>
    public async Task<long> Run(long personId, string space, string title, string lead, long? unitId = null, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Title", title), ("Lead", lead)]);
        return await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var into = await db.SpaceFor(viewer, space, stop);
            viewer.Demand(Act.MakePath, into.Id, sentence: "Staff make paths. Tell a steward of the space what a newcomer should read.");
            await db.DemandUnit(unitId, stop);
            db.DemandUnfound(found, clock.Now(), into.Id);

            var path = db.Paths.Add(new NewcomerPath(into.Id, title, lead, unitId, personId, clock.Now())).Entity;
            await db.SaveChangesAsync(stop);
            return path.Id;
        }, stop);
    }
}
