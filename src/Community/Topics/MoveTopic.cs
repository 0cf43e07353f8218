using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics.Masks;

namespace Community.Topics;

/// <summary>Moves a topic to another space; whoever cannot read that one no longer sees it.</summary>
public sealed class MoveTopic(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Topic or space are not there, or the person may not move it there.</exception>
    public Task Run(long personId, long topicId, string space, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.Move, topic, "Only moderators move a topic.");
        var into = await db.SpaceFor(viewer, space, stop);
        viewer.Demand(Act.StartTopic, into.Id, sentence: "You may read that space, but not start a topic in it.");

        await db.DemandMasksIn(topic, into.Id, stop);
        topic.MoveTo(into.Id, personId, clock.Now());
        // Which topics stand first is for each space to say.
        if (await db.Pins.FindAsync([topicId], stop) is { } pin) db.Pins.Remove(pin);
        await db.SaveChangesAsync(stop);
    }, stop);
}
