using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Questions.Duplicates;

/// <summary>A question is another one after all: it opens again, and leads nobody away.</summary>
public sealed class UnmarkDuplicate(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to open, without a reason, or not closed as asked before.</exception>
    public Task Run(long personId, long topicId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.MarkDuplicate, topic, "Who asked, a steward or a moderator says that a question was asked before.");
        await db.Entry(topic).Collection(t => t.Closures).LoadAsync(stop);
        if (!topic.IsDuplicate) throw new RefusedException(Refusal.Conflict, "This question leads to no other one.");

        var (now, name) = (clock.Now(), viewer.NameIn(topic));
        topic.Reopen(reason, name, now);
        await db.UnlinkDuplicate(topic, name, now, stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
