using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Paths;

/// <summary>Says why a station stands where it does, and under which heading.</summary>
public sealed class ExplainStation(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not this person's to keep, or words that cannot be taken.</exception>
    public async Task Run(long personId, long pathId, long stationId, string? why, string? stage, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Why", why), ("Stage", stage)], db => db.PathStations.Where(s => s.Id == stationId).Select(s => new[] { s.Why, s.Stage }).FirstOrDefaultAsync(stop));
        await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var path = await db.PathToKeep(viewer, pathId, stop);
            var station = await db.StationToKeep(viewer, path, stationId, stop);
            db.DemandUnfound(found, clock.Now(), path.SpaceId);

            station.Explain(why, stage);
            path.TellChange(personId, clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
