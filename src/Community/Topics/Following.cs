using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics.Watching;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Who hears what is said in a topic: who started it, and those whom other topics lead to it.</summary>
public static class Following
{
    extension(CommunityContext db)
    {
        /// <summary>Each once. What they are told has to pass the gate.</summary>
        public async Task<IReadOnlyList<long>> FollowersOf(long topicId, CancellationToken stop = default) =>
            [.. (await db.Topics.Where(t => t.Id == topicId).Select(t => t.AuthorId).ToListAsync(stop)).Union(await db.TopicFollows.Where(f => f.TopicId == topicId).Select(f => f.PersonId).ToListAsync(stop))];

        /// <summary>Whoever followed the one topic follows the other from now on, except those who may not see it.</summary>
        internal async Task LeadFollowers(Topic from, Topic to, IReadOnlyCollection<long> also, DateTime now, CancellationToken stop)
        {
            var followers = (await db.FollowersOf(from.Id, stop)).Union(also).ToList();
            // Who asked without a name follows under the mask.
            var wearers = await db.Wearers(followers, stop);
            var viewers = await db.Viewers([.. followers.Select(id => wearers.GetValueOrDefault(id, id)).Distinct()], stop);
            await db.LeadWatchers(from, to, now, stop);
            db.TopicFollows.AddRange(followers.Where(id => viewers.TryGetValue(wearers.GetValueOrDefault(id, id), out var viewer) && viewer.CanRead(to.SpaceId)).Order().Select(id => new TopicFollow(to.Id, id, from.Id, now)));
        }

        /// <summary>Who chose to hear of the one hears as much of the other, unless they chose there, or may not see it.</summary>
        async Task LeadWatchers(Topic from, Topic to, DateTime now, CancellationToken stop)
        {
            var chosen = await db.Watches.Where(w => w.TopicId == to.Id).Select(w => w.PersonId).ToListAsync(stop);
            var watches = await db.Watches.Where(w => w.TopicId == from.Id && (w.Level == WatchLevel.Follow || w.Level == WatchLevel.Watch) && !chosen.Contains(w.PersonId)).ToListAsync(stop);
            var viewers = await db.Viewers([.. watches.Select(w => w.PersonId)], stop);
            db.Watches.AddRange(watches.Where(w => viewers.TryGetValue(w.PersonId, out var viewer) && viewer.CanRead(to.SpaceId)).Select(w => new Watch(w.PersonId, new WatchSubject(TopicId: to.Id), w.Level, now)));
        }

        /// <summary>Ends what came by a topic's leading to another one; who follows that for other reasons goes on.</summary>
        internal async Task EndLed(long fromId, CancellationToken stop) => db.TopicFollows.RemoveRange(await db.TopicFollows.Where(f => f.FromTopicId == fromId).ToListAsync(stop));
    }
}
