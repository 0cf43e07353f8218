using Community.Store;
using Community.Topics;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>How much each person wants to hear of what just happened in a topic: what they chose for it counts first, then what they chose for its space, its subjects or its author.</summary>
sealed class Watchers
{
    readonly Dictionary<long, WatchLevel> levels = [];

    /// <summary>Of those who made a choice, and of those who follow without one. Who asked without a name stands here as their mask until it is taken off.</summary>
    public IEnumerable<long> At(WatchLevel level) => levels.Where(one => one.Value == level).Select(one => one.Key);

    /// <summary>Whether somebody wants to hear of this at all, who is told for this reason.</summary>
    public bool Wants(long personId, NoticeKind kind) => levels.GetValueOrDefault(personId, WatchLevel.Follow) switch
    {
        WatchLevel.Mute => kind is NoticeKind.Mention,
        WatchLevel.ToMe => kind is not (NoticeKind.Posted or NoticeKind.NoteRevised or NoticeKind.Closed),
        _ => true,
    };

    /// <param name="isNew">The topic itself is what is new: those who watch its space, its subjects or its author's notes hear of it. Later on only who follows the topic does.</param>
    public static async Task<Watchers> Of(CommunityContext db, long topicId, bool isNew, CancellationToken stop)
    {
        var watchers = new Watchers();
        foreach (var own in await db.Watches.Where(w => w.TopicId == topicId).Select(w => new { w.PersonId, w.Level }).ToListAsync(stop)) watchers.levels[own.PersonId] = own.Level;

        var topic = await db.Topics.Where(t => t.Id == topicId).Select(t => new { t.SpaceId, t.Kind, t.AuthorId, Tags = t.Tags.Select(u => u.TagId).ToList() }).FirstOrDefaultAsync(stop);
        if (topic is null) return watchers;

        var wide = db.Watches.Where(w => w.SpaceId == topic.SpaceId || w.TagId != null && topic.Tags.Contains(w.TagId.Value) || topic.Kind == TopicKind.Note && w.WriterId == topic.AuthorId);
        foreach (var about in (await (isNew ? wide : wide.Where(w => w.Level == WatchLevel.Mute)).Select(w => new { w.PersonId, w.Level }).ToListAsync(stop)).ToLookup(w => w.PersonId, w => w.Level))
            watchers.levels.TryAdd(about.Key, about.Contains(WatchLevel.Mute) ? WatchLevel.Mute : about.Max());

        if (!isNew) foreach (var personId in await db.FollowingUnasked(topicId, stop)) watchers.levels.TryAdd(personId, WatchLevel.Follow);
        return watchers;
    }
}

/// <summary>Following without having chosen it.</summary>
public static class UnaskedFollowing
{
    extension(CommunityContext db)
    {
        /// <summary>Who wrote in a topic or was named in it.</summary>
        public async Task<IReadOnlyList<long>> FollowingUnasked(long topicId, CancellationToken stop = default)
        {
            var posts = db.Posts.Where(p => p.TopicId == topicId && p.Standing == Standing.Published);
            var (writers, named) = (posts.Select(p => p.AuthorId), db.Mentions.Where(m => posts.Any(p => p.Id == m.PostId)).Select(m => m.PersonId));
            return await writers.Union(named).ToListAsync(stop);
        }
    }
}
