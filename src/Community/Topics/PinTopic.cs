using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>Puts a topic first in its space, or back in its place.</summary>
public sealed class PinTopic(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, or not this person's to pin.</exception>
    public Task Run(long personId, long topicId, bool pinned, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.Pin, topic, "Stewards and moderators pin a topic.");

        var pin = await db.Pins.FindAsync([topicId], stop);
        if (pinned == (pin is not null)) return;

        if (pin is null) db.Pins.Add(new Pin(topicId, personId, clock.Now()));
        else db.Pins.Remove(pin);
        topic.TellPinned(pinned, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
