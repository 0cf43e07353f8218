using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>That a topic takes one post of each person in so many minutes.</summary>
public sealed class SlowMode
{
    public const int MostMinutes = 1_440;

    SlowMode()
    {
    }

    internal SlowMode(long topicId, int minutes, long actorId, DateTime now)
    {
        if (minutes is < 1 or > MostMinutes) throw new RefusedException(Refusal.Invalid, "Slow mode waits 1 to {0} minutes.", MostMinutes) { Field = nameof(Minutes) };

        (TopicId, Minutes, ById, At) = (topicId, minutes, actorId, now);
    }

    public long TopicId { get; private set; }

    public int Minutes { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>That nobody but those who moderate edits a post until a time.</summary>
public sealed class EditLock
{
    public const int MostHours = 720;

    EditLock()
    {
    }

    internal EditLock(long postId, int hours, string? reason, long actorId, DateTime now)
    {
        if (hours is < 1 or > MostHours) throw new RefusedException(Refusal.Invalid, "A lock lasts 1 to {0} hours.", MostHours) { Field = "Hours" };

        (PostId, UntilAt, Reason, ById, At) = (postId, now.AddHours(hours), Reasons.Clean(reason), actorId, now);
    }

    public long PostId { get; private set; }

    public DateTime UntilAt { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }
}

/// <summary>What verbs that write and revise ask.</summary>
static class Calm
{
    extension(CommunityContext db)
    {
        /// <exception cref="RefusedException">The topic is slow, and this person wrote a moment ago.</exception>
        public async Task DemandPace(Viewer viewer, Topic topic, DateTime now, CancellationToken stop)
        {
            if (await db.SlowModes.Where(s => s.TopicId == topic.Id).Select(s => (int?)s.Minutes).FirstOrDefaultAsync(stop) is not { } minutes || viewer.May(Act.Moderate, topic.SpaceId)) return;

            var since = now.AddMinutes(-minutes);
            if (await db.Posts.AnyAsync(p => p.TopicId == topic.Id && viewer.OwnIds.Contains(p.AuthorId) && p.CreatedAt > since, stop))
                throw new RefusedException(Refusal.TooMany, "This topic is in slow mode: one post of each person in {0} minutes. Your text is kept; send it a little later.", minutes);
        }

        /// <exception cref="RefusedException">Somebody asked for a purge of the post, and nobody decided on that.</exception>
        public async Task DemandNoPurge(Post post, CancellationToken stop)
        {
            if (await db.Purgings.AnyAsync(p => p.PostId == post.Id && p.EndedAt == null, stop)) throw new RefusedException(Refusal.Conflict, "A purge of this post waits for a second person. Call that off first.");
        }

        /// <exception cref="RefusedException">The post is locked for edits.</exception>
        public async Task DemandUnlocked(Viewer viewer, Post post, DateTime now, CancellationToken stop)
        {
            if (!viewer.May(Act.Moderate, post.Topic.SpaceId) && await db.EditLocks.AnyAsync(l => l.PostId == post.Id && l.UntilAt > now, stop))
                throw new RefusedException(Refusal.Conflict, "This post is locked for edits for a time, because several changed it back and forth. Say in a comment what should change.");
        }
    }
}
