using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>The tie between a question and the one that was asked before: made with the closing, ended with the reopening.</summary>
static class TopicDuplicates
{
    extension(CommunityContext db)
    {
        /// <summary>What led to the duplicate leads to the original from now on: nobody is sent on twice.</summary>
        public async Task LinkDuplicate(Topic duplicate, Topic original, long actorId, DateTime now, CancellationToken stop)
        {
            var leading = await db.TopicLinks.Where(l => l.Kind == LinkKind.Duplicate && (l.FromTopicId == duplicate.Id || l.ToTopicId == duplicate.Id)).ToListAsync(stop);
            var follows = await db.TopicFollows.Where(f => f.TopicId == duplicate.Id).ToListAsync(stop);
            await db.LeadFollowers(duplicate, original, now, stop);

            var sources = leading.Where(l => l.ToTopicId == duplicate.Id && l.FromTopicId != original.Id).Select(l => l.FromTopicId).Append(duplicate.Id).ToHashSet();
            var there = await db.TopicLinks.Where(l => l.Kind == LinkKind.Duplicate && l.ToTopicId == original.Id).Select(l => l.FromTopicId).ToListAsync(stop);
            db.TopicLinks.RemoveRange(leading.Where(l => l.ToTopicId != original.Id));
            db.TopicLinks.AddRange(sources.Except(there).Order().Select(id => new TopicLink(id, original.Id, LinkKind.Duplicate)));
            // Whom one of those led here, it leads on, whatever becomes of this one.
            var readers = db.TopicFollows.Local.Where(f => f.TopicId == original.Id && f.FromTopicId == duplicate.Id).Select(f => f.PersonId).ToHashSet();
            follows.RemoveAll(f => !sources.Contains(f.FromTopicId));
            db.TopicFollows.RemoveRange(follows);
            db.TopicFollows.AddRange(follows.Where(f => readers.Contains(f.PersonId)).Select(f => new TopicFollow(original.Id, f.PersonId, f.FromTopicId, f.At)));
            original.TellTopic(EventKind.MarkedDuplicate, now, actorId);
        }

        /// <summary>Ends the tie and the follows that came by it.</summary>
        public async Task UnlinkDuplicate(Topic duplicate, long actorId, DateTime now, CancellationToken stop)
        {
            var links = await db.TopicLinks.Where(l => l.FromTopicId == duplicate.Id && l.Kind == LinkKind.Duplicate).ToListAsync(stop);
            var ids = links.ConvertAll(l => l.ToTopicId);
            db.TopicLinks.RemoveRange(links);
            await db.EndLed(duplicate.Id, stop);
            foreach (var original in await db.Topics.Where(t => ids.Contains(t.Id)).ToListAsync(stop)) original.TellTopic(EventKind.MarkedDuplicate, now, actorId);
        }
    }
}
