using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Rearranging;

/// <summary>Makes a topic of its own of some posts, with what stands under them: the oldest is its opening, and its author started it. Ids, permalinks, authors, times, revisions and votes stay.</summary>
public sealed class SplitTopic(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <param name="space">The slug of the space that the new topic stands in.</param>
    /// <param name="openly">The person means that others may read the posts there than here.</param>
    /// <returns>The new topic's id.</returns>
    /// <exception cref="RefusedException">The topic is not there or not this person's to rearrange; a post cannot go; the title cannot be taken; or others could read the posts there.</exception>
    public async Task<long> Run(long personId, long topicId, IReadOnlyCollection<long> postIds, string space, TopicKind kind, string title, string reason, bool openly = false, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Title", title), ("Reason", reason)]);
        return await store.Write(async db =>
        {
            var viewer = await db.Viewer(personId, stop);
            var source = await db.TopicToRearrange(viewer, topicId, stop);
            var into = await db.SpaceFor(viewer, space, stop);
            viewer.Demand(Act.StartTopic, into.Id, sentence: "You may read that space, but not start a topic in it.");
            viewer.Demand(Act.Rearrange, into.Id, sentence: "Only stewards and moderators of a space bring its posts into another topic, or others into its own.");
            var posts = source.WithWhatStandsUnder(postIds);
            await db.DemandReaders(viewer, source, into.Id, openly, stop);
            db.DemandUnfound(found, clock.Now(), source.SpaceId, into.Id);

            var now = clock.Now();
            var topic = db.Topics.Add(Topic.Begun(kind, into.Id, title, posts[0])).Entity;
            topic.Tags.AddRange((await db.TopicTags.Include(t => t.Tag).Where(t => t.TopicId == topicId).ToListAsync(stop)).Select(t => new TopicTag(topic, t.Tag!)));
            var made = await db.Bring(RearrangementKind.Split, source, topic, posts, reason, personId, now, stop);
            topic.TellBegun(personId, now);
            await db.SaveChangesAsync(stop);
            await db.Follow(made, posts, stop);
            return topic.Id;
        }, stop);
    }
}
