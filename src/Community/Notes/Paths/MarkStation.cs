using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Paths;

/// <summary>Says of a station: read, tried, asked; or takes that back. It is the person's own, and nobody is told.</summary>
public sealed class MarkStation(CommunityStore store, TimeProvider clock)
{
    /// <summary>What is null stays as it is.</summary>
    /// <param name="pathId">The path that it must stand in; null takes any.</param>
    /// <exception cref="RefusedException">There is no such station for this person.</exception>
    public Task Run(long personId, long? pathId, long stationId, bool? read = null, bool? tried = null, bool? asked = null, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.LockRow("People", "Id", personId, stop);
        var viewer = await db.Viewer(personId, stop);
        if (!viewer.IsSignedIn || !await db.StationsListedFor(viewer).AnyAsync(s => s.Id == stationId && (pathId == null || s.PathId == pathId), stop))
            throw new RefusedException(Refusal.NotFound, "There is no such station, or it is not for you.");

        var before = await db.StationProgress.FindAsync([personId, stationId], stop);
        var progress = before ?? new StationProgress(personId, stationId);
        progress.Mark(read, tried, asked, clock.Now());
        if (progress.IsEmpty && before is not null) db.StationProgress.Remove(before);
        else if (!progress.IsEmpty && before is null) db.StationProgress.Add(progress);
        await db.SaveChangesAsync(stop);
    }, stop);
}
