using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>The ties by which one topic leads to another: a question to the one that was asked before, as long as its closing stands, and a merged topic to where its posts are.</summary>
static class TopicLeading
{
    extension(CommunityContext db)
    {
        /// <summary>What led to the one leads to the other from now on, and so do their followers: nobody is sent on twice.</summary>
        /// <param name="also">Who hears of the one without following it: who has the question, too.</param>
        public async Task LeadOn(Topic from, Topic to, LinkKind kind, IReadOnlyCollection<long> also, DateTime now, CancellationToken stop)
        {
            // What was merged into a duplicate stands there all the same.
            bool Leads(LinkKind link) => link == LinkKind.Duplicate || kind == LinkKind.Merged && link == LinkKind.Merged;
            var own = await db.TopicLinks.Where(l => l.FromTopicId == from.Id && l.Kind == LinkKind.Duplicate).ToListAsync(stop);
            var leading = (await db.TopicLinks.Where(l => l.ToTopicId == from.Id).ToListAsync(stop)).FindAll(l => Leads(l.Kind));
            var there = (await db.TopicLinks.Where(l => l.ToTopicId == to.Id).ToListAsync(stop)).Select(l => (l.FromTopicId, l.Kind)).ToHashSet();
            var follows = await db.TopicFollows.Where(f => f.TopicId == from.Id).ToListAsync(stop);
            if (own.Count > 0) await db.EndLed(from.Id, stop);
            await db.LeadFollowers(from, to, also, now, stop);

            db.TopicLinks.RemoveRange(own.Where(l => l.ToTopicId != to.Id || kind != l.Kind).Concat(leading));
            db.TopicLinks.AddRange(leading.Where(l => l.FromTopicId != to.Id).Select(l => (l.FromTopicId, l.Kind)).Append((from.Id, kind)).Where(link => !there.Contains(link)).Distinct().Select(link => new TopicLink(link.Item1, to.Id, link.Item2)));
            // Whom one of those led here, it leads on, whatever becomes of this one.
            var sources = leading.Select(l => l.FromTopicId).ToHashSet();
            var readers = db.TopicFollows.Local.Where(f => f.TopicId == to.Id && f.FromTopicId == from.Id).Select(f => f.PersonId).ToHashSet();
            follows.RemoveAll(f => !sources.Contains(f.FromTopicId));
            db.TopicFollows.RemoveRange(follows);
            db.TopicFollows.AddRange(follows.Where(f => f.FromTopicId != to.Id && readers.Contains(f.PersonId)).Select(f => new TopicFollow(to.Id, f.PersonId, f.FromTopicId, f.At)));
        }

        /// <summary>Ends the tie of a question to the one that was asked before, and the follows that came by it.</summary>
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
