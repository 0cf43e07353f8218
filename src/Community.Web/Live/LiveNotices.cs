using Community.Events;
using Community.Notifications;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Live;

/// <summary>Tells people who are here how many notices they have not seen, when new ones are committed, on whichever node.</summary>
sealed class LiveNotices(LiveFeed feed, ContextFactory contexts, TimeProvider clock) : IConsumer
{
    const int NoticesAStep = 500;

    long? last;

    public string Name => "live-notices";

    public async Task<bool> Step(CancellationToken stop)
    {
        await using var db = contexts.Create();
        last ??= await db.Notifications.MaxAsync(n => (long?)n.Id, stop) ?? 0;
        var fresh = await db.Notifications.Where(n => n.Id > last).OrderBy(n => n.Id).Take(NoticesAStep).Select(n => new { n.Id, n.PersonId, n.IsQuiet }).ToListAsync(stop);
        var rung = fresh.Where(n => !n.IsQuiet).Select(n => n.PersonId).ToHashSet();
        foreach (var personId in rung) await Tell(personId, stop);
        // What is only followed moves no bell; an inbox that is open shows it.
        foreach (var line in fresh.Select(n => n.PersonId).Distinct().Where(id => !rung.Contains(id)).SelectMany(feed.Of)) line.Send("followed", new Followed());
        if (fresh.Count > 0) last = fresh[^1].Id;
        return fresh.Count > 0;
    }

    /// <summary>Tells all lines of a person, if there are any.</summary>
    public async Task Tell(long personId, CancellationToken stop = default)
    {
        if (feed.Of(personId) is { Count: > 0 } lines) await Tell(personId, lines, stop);
    }

    /// <summary>Tells a line that came back, if notices came since.</summary>
    public async Task TellSince(LiveConnection line, long eventId, CancellationToken stop)
    {
        await using var db = contexts.Create();
        if (await db.Notifications.AnyAsync(n => n.PersonId == line.PersonId && n.SeenAt == null && n.EventId > eventId, stop)) await Tell(line, stop);
    }

    /// <summary>Tells one line.</summary>
    public Task Tell(LiveConnection line, CancellationToken stop) => Tell(line.PersonId, [line], stop);

    async Task Tell(long personId, IReadOnlyList<LiveConnection> lines, CancellationToken stop)
    {
        await using var db = contexts.Create();
        var unread = await db.UnseenNoticesOf(await db.Viewer(personId, stop), clock.Now(), stop);
        foreach (var line in lines) line.Send("notified", new Notified(unread));
    }
}

/// <summary>Something is new in the inbox that moves no bell.</summary>
public sealed record Followed;

/// <summary>The figure on the bell.</summary>
public sealed record Notified(int Unread);
