using Community.Governance;
using Community.Store;
using Community.Topics.Masks;

namespace Community.Topics;

/// <summary>What verbs that start a topic have in common.</summary>
static class TopicStarting
{
    extension(CommunityContext db)
    {
        /// <summary>Adds the topic; it is not saved yet.</summary>
        /// <exception cref="RefusedException">The space is not there or takes no topic from this person; title or tags cannot be taken; or it takes no questions without a name.</exception>
        public async Task<Topic> Start(Viewer viewer, string space, TopicKind kind, string title, PostText text, IReadOnlyList<string> tags, DateTime now, CancellationToken stop, bool masked = false)
        {
            var (into, personId) = (await db.SpaceFor(viewer, space, stop), viewer.PersonId ?? 0);
            viewer.Demand(Act.StartTopic, into.Id, sentence: "You may read this space, but not start a topic in it.");

            var mask = masked ? await db.PutOnMask(viewer, into.Id, now, stop) : null;
            var topic = new Topic(kind, into.Id, title, text, mask?.Id ?? personId, now);
            if (mask is not null) db.TopicMasks.Add(new TopicMask(topic, mask, now));
            topic.Retag(await Tags.Resolve(db, viewer, into.Id, tags, stop), personId, now);
            db.Topics.Add(topic);
            await db.Tie(viewer, topic.Posts[0].Revisions[0], text, stop);
            return topic;
        }
    }
}
