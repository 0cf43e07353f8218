using Community.Spaces;
using Community.Store;

namespace Community.Notes.Paths;

/// <summary>Says why a station stands where it does, and under which heading.</summary>
public sealed class ExplainStation(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not this person's to keep, or words that cannot be taken.</exception>
    public Task Run(long personId, long pathId, long stationId, string? why, string? stage, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var path = await db.PathToKeep(viewer, pathId, stop);
        var station = await db.StationToKeep(viewer, path, stationId, stop);

        station.Explain(why, stage);
        path.TellChange(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
