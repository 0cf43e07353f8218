using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>Slows a topic down, or lets it go at its pace again.</summary>
public sealed class SlowTopic(CommunityStore store, TimeProvider clock)
{
    /// <param name="minutes">0 ends it.</param>
    /// <exception cref="RefusedException">Not there, not this person's to moderate, or no such pace.</exception>
    public Task Run(long personId, long topicId, int minutes, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var topic = await db.TopicFor(viewer, topicId, stop);
        viewer.Demand(Act.Moderate, topic, "Stewards of the space and moderators slow a topic down.");

        var now = clock.Now();
        if (await db.SlowModes.FirstOrDefaultAsync(s => s.TopicId == topicId, stop) is { } before) db.SlowModes.Remove(before);
        await db.SaveChangesAsync(stop);
        if (minutes != 0) db.SlowModes.Add(new SlowMode(topicId, minutes, personId, now));
        topic.TellTopic(EventKind.Calmed, now, personId, () => minutes == 0 ? "slow mode ended" : FormattableString.Invariant($"slow mode: one post in {minutes} minutes"));
        await db.SaveChangesAsync(stop);
    }, stop);
}
