using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Notes.Paths;

/// <summary>
/// The gate for paths. A path is read by whoever reads its space; each of its stations besides by whoever may open what it points to. For anybody else the station is
/// not there, and counts are made of what is there.
/// </summary>
public static class PathGate
{
    extension(CommunityContext db)
    {
        /// <summary>Paths that belong in a list.</summary>
        public IQueryable<NewcomerPath> PathsListedFor(Viewer viewer) => db.Paths.Where(p => p.RemovedAt == null && viewer.ReadableSpaceIds.Contains(p.SpaceId));

        /// <summary>Paths that the viewer may open: those, and put away ones for those who may bring them back.</summary>
        public IQueryable<NewcomerPath> PathsVisibleTo(Viewer viewer)
        {
            var kept = viewer.ReadableSpaceIds.Where(id => viewer.May(Act.KeepPath, id)).ToList();
            var personId = viewer.PersonId ?? 0;
            return db.Paths.Where(p => viewer.ReadableSpaceIds.Contains(p.SpaceId) && (p.RemovedAt == null || kept.Contains(p.SpaceId) || p.MadeById == personId));
        }

        /// <summary>Stations, of paths that are listed, whose topic is in sight or whose person can be met. A guest meets members of the same spaces, a visitor nobody.</summary>
        public IQueryable<PathStation> StationsListedFor(Viewer viewer)
        {
            var (topics, paths, memberships) = (db.Topics.ListedFor(viewer), db.PathsListedFor(viewer), db.Memberships);
            var (isStaff, shared) = (viewer.IsStaff, viewer.ReadableSpaceIds.Where(viewer.IsMemberOf).ToList());
            var people = db.People.Where(p => p.ClosedAt == null);
            return db.PathStations.Where(s => s.TakenOutAt == null && paths.Any(p => p.Id == s.PathId)
                && (s.TopicId != null && topics.Any(t => t.Id == s.TopicId)
                    || s.MeetId != null && people.Any(p => p.Id == s.MeetId) && (isStaff || shared.Contains(s.Path.SpaceId) && memberships.Any(m => m.SpaceId == s.Path.SpaceId && m.PersonId == s.MeetId))));
        }

        /// <summary>Stations at which a newcomer stands before nothing, in sight of the viewer otherwise: the topic was taken back or taken out of sight, or the person left.</summary>
        public IQueryable<PathStation> BrokenStations(Viewer viewer)
        {
            var (topics, people, paths, isStaff) = (db.Topics.VisibleTo(viewer), db.People, db.PathsVisibleTo(viewer), viewer.IsStaff);
            return db.PathStations.Where(s => s.TakenOutAt == null && paths.Any(p => p.Id == s.PathId)
                && (s.TopicId != null && topics.Any(t => t.Id == s.TopicId && t.Standing != Standing.Published) || isStaff && s.MeetId != null && people.Any(p => p.Id == s.MeetId && p.ClosedAt != null)));
        }
    }

    extension(Viewer viewer)
    {
        /// <summary>Whether this viewer changes it: who made it, and those who keep its space.</summary>
        public bool Keeps(NewcomerPath path) => viewer.May(Act.KeepPath, path.SpaceId, path.MadeById == viewer.PersonId ? Who.Author : Who.Nobody);
    }
}
