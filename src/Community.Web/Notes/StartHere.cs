using Community.Notes.Paths;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>What home shows first to people in their first 90 days: the path of their unit or of a space that they are in, and its next station.</summary>
public sealed class StartHere(CommunityContext db, CurrentViewer current, KnownCommunity known, PathReading reading, TimeProvider clock)
{
    const int MostPaths = 10;

    /// <summary>Null for others, and where no path is left to walk.</summary>
    public async Task<StartHerePage?> Load()
    {
        var viewer = await current.Get();
        if (viewer.PersonId is not { } me || await known.Person(me) is not { } person || !Newcomer.Is(person.CreatedAt, clock.Now())) return null;

        var unit = (await known.Names([me])).GetValueOrDefault(me)?.UnitId;
        var mine = viewer.ReadableSpaceIds.Where(viewer.IsMemberOf).ToList();
        var paths = await db.PathsListedFor(viewer).AsNoTracking().Where(p => unit != null && p.UnitId == unit || p.UnitId == null && mine.Contains(p.SpaceId))
            .OrderByDescending(p => p.UnitId != null).ThenBy(p => p.Id).Take(MostPaths).ToListAsync();
        if (paths.Count == 0) return null;

        var stations = (await reading.Stations(viewer, paths.ConvertAll(p => p.Id), me)).ToLookup(s => s.PathId);
        var path = paths.Find(p => stations[p.Id].Any(s => !s.IsDone));
        return path is null ? null : new StartHerePage(path.Title, PathAddress.Of(path.Id, path.Title), path.Lead, stations[path.Id].First(s => !s.IsDone), stations[path.Id].Count(s => s.IsDone), stations[path.Id].Count());
    }
}

/// <summary>The path that somebody new is on.</summary>
/// <param name="Done">Of <paramref name="Count"/> stations that the reader sees.</param>
public sealed record StartHerePage(string Title, string Address, string Lead, StationRow Next, int Done, int Count);
