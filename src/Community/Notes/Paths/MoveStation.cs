using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Paths;

/// <summary>Moves a station by one place, among those that its keeper sees.</summary>
public sealed class MoveStation(CommunityStore store, TimeProvider clock)
{
    /// <param name="isUp">Towards the beginning.</param>
    /// <exception cref="RefusedException">Not this person's to keep, or no such station.</exception>
    public Task Run(long personId, long pathId, long stationId, bool isUp, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var path = await db.PathToKeep(viewer, pathId, stop);
        var station = await db.StationToKeep(viewer, path, stationId, stop);
        var (listed, broken) = (db.StationsListedFor(viewer), db.BrokenStations(viewer));
        var others = db.PathStations.Where(s => s.PathId == pathId && s.TakenOutAt == null && (listed.Any(l => l.Id == s.Id) || broken.Any(b => b.Id == s.Id)));
        var other = isUp
            ? await others.Where(s => s.Order < station.Order).OrderByDescending(s => s.Order).FirstOrDefaultAsync(stop)
            : await others.Where(s => s.Order > station.Order).OrderBy(s => s.Order).FirstOrDefaultAsync(stop);
        if (other is null || station.TakenOutAt is not null) return;

        station.ChangePlaces(other);
        path.TellChange(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
