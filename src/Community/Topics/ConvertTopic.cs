using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>Makes a thread a question, or a question a thread. Texts, ids and permalinks stay.</summary>
public sealed class ConvertTopic(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to convert, or a note.</exception>
    public Task Run(long personId, long topicId, TopicKind kind, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.Convert, topic);

        await db.Entry(topic).Collection(t => t.Posts).LoadAsync(stop);
        topic.ConvertTo(kind, viewer.NameIn(topic), clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
