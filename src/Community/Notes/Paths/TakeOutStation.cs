using Community.Spaces;
using Community.Store;

namespace Community.Notes.Paths;

/// <summary>Takes a station out of its path, or puts it back at the end. Who had walked it keeps that.</summary>
public sealed class TakeOutStation(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not this person's to keep, no such station, or the path is full.</exception>
    public Task Run(long personId, long pathId, long stationId, bool isOut = true, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var path = await db.PathToKeep(viewer, pathId, stop);
        var station = await db.StationToKeep(viewer, path, stationId, stop);
        if (station.TakenOutAt is not null == isOut) return;

        if (!isOut) await db.DemandRoom(pathId, stop);
        if (isOut) station.TakeOut(clock.Now());
        else station.PutBack(await db.NextPlace(pathId, stop));
        path.TellChange(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
