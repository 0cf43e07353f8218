using Community.Events;
using Community.Store;

namespace Community.Web.Live;

/// <summary>Follows the log from its head and tells this node's browsers. Its checkpoint is in memory: a browser resumes from the last id it saw.</summary>
sealed class LiveConsumer(ContextFactory contexts, LiveFeed feed, LiveRights rights) : IConsumer
{
    const int EventsAStep = 200;

    public string Name => "live";

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
        while (!feed.TryDeliver(live, await rights.Of(feed.PeopleFor(live), stop))) stop.ThrowIfCancellationRequested();
    }
}
