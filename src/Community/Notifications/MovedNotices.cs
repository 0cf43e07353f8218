using Community.Events;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>What becomes of notices when their posts go to another topic.</summary>
static class MovedNotices
{
    /// <summary>Notices of posts that came from another topic belong to this one. Nobody hears of them again.</summary>
    public static async Task Follow(CommunityContext db, Event happened, CancellationToken stop)
    {
        if (await db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Id == happened.SubjectId, stop) is not { } topic) return;

        var posts = db.Posts;
        foreach (var notice in await db.Notifications.Where(n => n.TopicId != topic.Id && posts.Any(p => p.Id == n.PostId && p.TopicId == topic.Id)).ToListAsync(stop)) notice.GoTo(topic.Id, topic.SpaceId);
    }
}
