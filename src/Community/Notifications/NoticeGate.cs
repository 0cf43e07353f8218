using Community.Governance;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>The gate for notices: page, bell and mail read through it.</summary>
public static class NoticeGate
{
    static readonly Prepared<Func<CommunityContext, long?, Task<bool>>> AnyUnseen = new(() =>
        EF.CompileAsyncQuery((CommunityContext db, long? personId) => db.Set<Notification>().Any(n => n.PersonId == personId && n.SeenAt == null && !n.IsQuiet)));

    /// <summary>What was done to a post is told while the post is out of sight; its words are not.</summary>
    static readonly NoticeKind[] OfActs = [.. Enum.GetValues<NoticeKind>().Where(kind => kind.IsOfActs)];

    /// <summary>What stands in no space.</summary>
    static readonly NoticeKind[] OfNoSpace = [NoticeKind.PolicyAsks, .. OfActs];

    extension(CommunityContext db)
    {
        /// <summary>The viewer's own notices whose post is still in sight, and whose space the viewer still reads.</summary>
        public IQueryable<Notification> NoticesFor(Viewer viewer)
        {
            var (posts, places) = (db.Posts.ListedFor(viewer), db.Posts.VisibleTo(viewer));
            return db.Notifications.Where(n => n.PersonId == viewer.PersonId
                && (n.PostId != null ? posts.Any(p => p.Id == n.PostId) || OfActs.Contains(n.Kind) && places.Any(p => p.Id == n.PostId)
                    : n.SpaceId != null ? viewer.ReadableSpaceIds.Contains(n.SpaceId.Value) : OfNoSpace.Contains(n.Kind)));
        }

        /// <summary>Those to see now: not seen, and not put off to a later time.</summary>
        public IQueryable<Notification> NoticesToSee(Viewer viewer, DateTime now)
        {
            var all = db.Notifications;
            return db.NoticesFor(viewer).Where(n => n.SeenAt == null && (n.LaterAt == null || n.LaterAt <= now || n.LaterAt == Notification.WhenSomebodyWrites
                && all.Any(o => o.PersonId == n.PersonId && o.TopicId == n.TopicId && o.SpaceId == n.SpaceId && o.Id > n.Id && o.LaterAt == null)));
        }

        /// <summary>Those that wait until a later time, or until somebody writes.</summary>
        public IQueryable<Notification> NoticesPutOff(Viewer viewer, DateTime now)
        {
            var all = db.Notifications;
            return db.NoticesFor(viewer).Where(n => n.SeenAt == null && n.LaterAt > now && (n.LaterAt != Notification.WhenSomebodyWrites
                || !all.Any(o => o.PersonId == n.PersonId && o.TopicId == n.TopicId && o.SpaceId == n.SpaceId && o.Id > n.Id && o.LaterAt == null)));
        }

        /// <summary>How many that ring the person has to see: the figure on the bell. Most pages are asked for by somebody who has seen all.</summary>
        public async Task<int> UnseenNoticesOf(Viewer viewer, DateTime now, CancellationToken stop = default) =>
            await AnyUnseen.On(db)(db, viewer.PersonId) ? await db.NoticesToSee(viewer, now).CountAsync(n => !n.IsQuiet, stop) : 0;
    }
}
