using Community.Events;
using Community.Store;
using Community.Web.Presence;

namespace Community.Web.Live;

/// <summary>Follows the log from its head and tells this node's browsers. Its checkpoint is in memory: a browser resumes from the last id it saw.</summary>
sealed class LiveConsumer(ContextFactory contexts, LiveFeed feed, LiveRights rights, Rooms rooms) : IConsumer
{
    const int EventsAStep = 200;

    public string Name => "live";

    /// <summary>Somebody looks at the page.</summary>
    public TimeSpan Lag => TimeSpan.Zero;

    public async Task<bool> Step(CancellationToken stop)
    {
        await using var db = contexts.Create();
        if (!feed.Started.IsCompleted) feed.StartAt(await db.LastEventId(stop));

        var events = await db.LiveEventsAfter(feed.Position, EventsAStep, stop);
        foreach (var live in events) await Deliver(live, stop);
        return events.Count > 0;
    }

    async Task Deliver(LiveEvent live, CancellationToken stop)
    {
        if (live.ChangesRights) rights.Forget();
        // What names no topic may change who anybody is to any of them.
        if (live.Happened.TopicId is { } topicId) rooms.Stir(topicId);
        else rooms.StirAll();
        while (!feed.TryDeliver(live, await rights.Of(feed.PeopleFor(live), stop))) stop.ThrowIfCancellationRequested();
    }
}
