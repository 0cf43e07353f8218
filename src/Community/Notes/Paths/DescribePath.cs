using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Paths;

/// <summary>Gives a path another name, lead or unit.</summary>
public sealed class DescribePath(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <exception cref="RefusedException">No such path or unit, not this person's to keep, or words that cannot be taken.</exception>
    public async Task Run(long personId, long pathId, string title, string lead, long? unitId, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Title", title), ("Lead", lead)], db => db.Paths.Where(p => p.Id == pathId).Select(p => new[] { p.Title, p.Lead }).FirstOrDefaultAsync(stop));
        await store.Write(async db =>
        {
            var path = await db.PathToKeep(await db.Viewer(personId, stop), pathId, stop);
            await db.DemandUnit(unitId, stop);
            db.DemandUnfound(found, clock.Now(), path.SpaceId);

            path.Describe(title, lead, unitId, personId, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
