using Community.Governance;
using Community.Store;
using Community.Topics;

namespace Community.Notifications;

/// <summary>The gate for notices: page, bell and mail read through it.</summary>
public static class NoticeGate
{
    extension(CommunityContext db)
    {
        /// <summary>The viewer's own notices whose post is still in sight, and whose space the viewer still reads.</summary>
        public IQueryable<Notification> NoticesFor(Viewer viewer)
        {
            var posts = db.Posts.ListedFor(viewer);
            return db.Notifications.Where(n => n.PersonId == viewer.PersonId
                && (n.PostId != null ? posts.Any(p => p.Id == n.PostId) : n.SpaceId != null && viewer.ReadableSpaceIds.Contains(n.SpaceId.Value)));
        }

        /// <summary>Those that the person has not seen: the figure on the bell.</summary>
        public IQueryable<Notification> UnseenNoticesFor(Viewer viewer) => db.NoticesFor(viewer).Where(n => n.SeenAt == null);
    }
}
