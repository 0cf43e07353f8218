using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>The gate for notices: page, bell and mail read through it.</summary>
public static class NoticeGate
{
    static readonly Prepared<Func<CommunityContext, long?, Task<bool>>> AnyUnseen = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long? personId) => db.Set<Notification>().Any(n => n.PersonId == personId && n.SeenAt == null)));

    extension(CommunityContext db)
    {
        /// <summary>The viewer's own notices whose post is still in sight, and whose space the viewer still reads.</summary>
        public IQueryable<Notification> NoticesFor(Viewer viewer)
        {
            var posts = db.Posts.ListedFor(viewer);
            return db.Notifications.Where(n => n.PersonId == viewer.PersonId
                && (n.PostId != null ? posts.Any(p => p.Id == n.PostId) : n.SpaceId != null && viewer.ReadableSpaceIds.Contains(n.SpaceId.Value)));
        }

        /// <summary>How many the person has not seen: the figure on the bell. Most pages are asked for by somebody who has seen all.</summary>
        public async Task<int> UnseenNoticesOf(Viewer viewer, CancellationToken stop = default) =>
            await AnyUnseen.On(db)(db, viewer.PersonId) ? await db.NoticesFor(viewer).CountAsync(n => n.SeenAt == null, stop) : 0;
    }
}
