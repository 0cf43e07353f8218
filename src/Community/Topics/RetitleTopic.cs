using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Changes a topic's title and tags without touching its text.</summary>
public sealed class RetitleTopic(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">The topic is not there or not this person's to change; title or tags cannot be taken.</exception>
    public Task Run(long personId, long topicId, string title, IReadOnlyList<string> tags, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.Retitle, topic);

        await db.Entry(topic).Collection(t => t.Tags).Query().Include(t => t.Tag).LoadAsync(stop);
        await db.KeepLinksTo(topic, title, stop);
        topic.Retitle(title, viewer.NameIn(topic), clock.Now());
        topic.Retag(await Tags.Resolve(db, viewer, topic.SpaceId, tags, stop), viewer.NameIn(topic), clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
