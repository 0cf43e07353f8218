using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;

namespace Community.Topics;

/// <summary>Closes a topic with what came of it.</summary>
public sealed class CloseTopic(CommunityStore store, KnownGuards guards, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to close, closed already, or without a reason.</exception>
    public async Task Run(long personId, long topicId, Outcome outcome, string reason, CancellationToken stop = default)
    {
        var found = await guards.CheckWords([("Reason", reason)]);
        await store.Write(async db =>
        {
            if (outcome == Outcome.Merged) throw new RefusedException(Refusal.Invalid, "A note is merged with the text of both before the eyes, not closed as merged.");
            if (outcome == Outcome.Duplicate) throw new RefusedException(Refusal.Invalid, "A question is closed as asked before by naming the one that it leads to.");
            var viewer = await db.Viewer(personId, stop);
            var topic = await db.TopicFor(viewer, topicId, stop);
            viewer.Demand(Act.Close, topic, "Who started it, a steward or a moderator closes a topic.");
            db.DemandUnfound(found, clock.Now(), topic.SpaceId);

            topic.Close(outcome, reason, viewer.NameIn(topic), clock.Now());
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
