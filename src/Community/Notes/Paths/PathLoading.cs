using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Paths;

/// <summary>How verbs load the path and the station that they decide on.</summary>
static class PathLoading
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">There is no such path for this viewer, or it is not theirs to keep.</exception>
        public async Task<NewcomerPath> PathToKeep(Viewer viewer, long pathId, CancellationToken stop)
        {
            await db.LockRow("Paths", "Id", pathId, stop);
            var path = await db.PathsVisibleTo(viewer).FirstOrDefaultAsync(p => p.Id == pathId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such path, or it is not for you.");
            return viewer.Keeps(path) ? path : throw new RefusedException(Refusal.Forbidden, "Who made this path and the stewards of its space change it. Tell one of them what is missing.");
        }

        /// <summary>A station of a path held by <see cref="PathToKeep"/>, that its keeper sees: also one that is broken or was taken out.</summary>
        /// <exception cref="RefusedException">There is none for this viewer.</exception>
        public async Task<PathStation> StationToKeep(Viewer viewer, NewcomerPath path, long stationId, CancellationToken stop)
        {
            var (listed, broken, topics) = (db.StationsListedFor(viewer), db.BrokenStations(viewer), db.Set<Topics.Topic>());
            return await db.PathStations.FirstOrDefaultAsync(s => s.Id == stationId && s.PathId == path.Id
                    && (listed.Any(l => l.Id == s.Id) || broken.Any(b => b.Id == s.Id) || s.TakenOutAt != null && (s.TopicId == null || topics.Any(t => t.Id == s.TopicId && viewer.ReadableSpaceIds.Contains(t.SpaceId)))), stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such station, or it is not for you.");
        }

        /// <summary>The place behind the last station.</summary>
        public async Task<int> NextPlace(long pathId, CancellationToken stop) => (await db.PathStations.Where(s => s.PathId == pathId).MaxAsync(s => (int?)s.Order, stop) ?? 0) + 1;

        /// <exception cref="RefusedException">It has as many stations as a path can have.</exception>
        public async Task DemandRoom(long pathId, CancellationToken stop)
        {
            if (await db.PathStations.CountAsync(s => s.PathId == pathId && s.TakenOutAt == null, stop) >= NewcomerPath.MostStations)
                throw new RefusedException(Refusal.Conflict, "A path has at most {0} stations. Make a second one for what comes later.", NewcomerPath.MostStations);
        }

        /// <exception cref="RefusedException">There is no such unit.</exception>
        public async Task DemandUnit(long? unitId, CancellationToken stop)
        {
            if (unitId is { } id && !await db.Set<People.Unit>().AnyAsync(u => u.Id == id, stop)) throw new RefusedException(Refusal.Invalid, "There is no such unit.") { Field = "Unit" };
        }
    }
}
