using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics.Holding;
using Community.Topics.Masks;
using Community.Topics.Voices;

namespace Community.Topics;

/// <summary>What verbs that start a topic have in common.</summary>
static class TopicStarting
{
    extension(CommunityContext db)
    {
        /// <summary>Adds the topic; it is not saved yet.</summary>
        /// <exception cref="RefusedException">The space is not there or takes no topic from this person; title or tags cannot be taken; or it takes no questions without a name.</exception>
        public async Task<Topic> Start(Viewer viewer, string space, TopicKind kind, string title, PostText text, IReadOnlyList<string> tags, DateTime now, CancellationToken stop, bool masked = false, Speech? speech = null)
        {
            var (into, personId) = (await db.SpaceToStartIn(viewer, space, stop), viewer.PersonId ?? 0);
            if (speech is not null) personId = await db.SpeakerIn(viewer, into.Id, null, speech, now, stop);
            var mask = masked ? await db.PutOnMask(viewer, into.Id, now, stop) : null;
            var topic = new Topic(kind, into.Id, title, text, mask?.Id ?? personId, now);
            if (mask is not null) db.TopicMasks.Add(new TopicMask(topic, mask, now));
            if (speech is not null) topic.Posts[0].Speak(speech);
            topic.Retag(await Tags.Resolve(db, viewer, into.Id, tags, stop), personId, now);
            db.Topics.Add(topic);
            await db.Tie(viewer, topic.Posts[0].Revisions[0], text, stop);
            return topic;
        }

        /// <returns>What waits, added and not saved; null where the topic may be started now.</returns>
        /// <exception cref="RefusedException">As of <see cref="Start"/>, and of <see cref="HoldingBack.HoldBack"/>.</exception>
        public async Task<Submission?> HoldStart(Viewer viewer, HeldTopic request, PostText text, Speech speech, DateTime now, CancellationToken stop)
        {
            var into = await db.SpaceToStartIn(viewer, request.Space, stop);
            return await db.HoldBack(viewer, into.Id, request with { Title = TopicTitle.Clean(request.Title) }, text, speech, now, stop);
        }

        /// <summary>For a note that is put together elsewhere than in its form.</summary>
        /// <exception cref="RefusedException">Somebody has to look at it first; or as of <see cref="Start"/>.</exception>
        public async Task DemandUnheldIn(Viewer viewer, string space, string title, PostText text, DateTime now, CancellationToken stop)
        {
            var into = await db.SpaceToStartIn(viewer, space, stop);
            await db.DemandUnheld(viewer, into.Id, new HeldTopic(space, TopicKind.Note, []) { Title = title, Body = text.Source }, text, now, stop);
        }

        async Task<Space> SpaceToStartIn(Viewer viewer, string slug, CancellationToken stop)
        {
            var into = await db.SpaceFor(viewer, slug, stop);
            viewer.Demand(Act.StartTopic, into.Id, sentence: "You may read this space, but not start a topic in it.");
            return into;
        }
    }
}
