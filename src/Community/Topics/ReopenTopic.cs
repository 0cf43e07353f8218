using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>Opens a closed topic again, with a reason.</summary>
public sealed class ReopenTopic(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to open, open already, or without a reason.</exception>
    public Task Run(long personId, long topicId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.Close, topic, "Who started it, a steward or a moderator opens a topic again.");

        await db.Entry(topic).Collection(t => t.Closures).LoadAsync(stop);
        var (now, isDuplicate, name) = (clock.Now(), topic.IsDuplicate, viewer.NameIn(topic));
        topic.Reopen(reason, name, now);
        if (isDuplicate) await db.UnlinkDuplicate(topic, name, now, stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
