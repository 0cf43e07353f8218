using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Web.People;

/// <summary>The gate for people.</summary>
public static class PeopleGate
{
    extension(CommunityContext db)
    {
        /// <summary>Staff see everybody. Who is nobody, a mask, is seen by nobody. A guest sees those in the same spaces and the authors of what the guest can read; a visitor only the latter.</summary>
        public IQueryable<Person> PeopleVisibleTo(Viewer viewer)
        {
            if (viewer.IsStaff) return db.People.Where(p => !p.IsMask);

            var posts = db.Posts.ListedFor(viewer).Where(p => p.UnnamedAt == null && p.Voice == Voice.Personal);
            var (memberships, unitMemberships) = (db.Memberships, db.UnitMemberships);
            var shared = viewer.ReadableSpaceIds.Where(viewer.IsMemberOf).ToList();
            return db.People.Where(p => p.Id == viewer.PersonId || posts.Any(post => post.AuthorId == p.Id)
                || memberships.Any(m => m.PersonId == p.Id && shared.Contains(m.SpaceId)) || unitMemberships.Any(m => m.UnitId == p.UnitId && shared.Contains(m.SpaceId)));
        }
    }
}
