using Community.Spaces;
using Community.Store;

namespace Community.Web.Live;

/// <summary>Brings a line up to the live feed: what it missed first, in order, then what came meanwhile.</summary>
sealed class LiveMissed(LiveFeed feed, ContextFactory contexts, TimeProvider clock, ILogger<LiveMissed> log)
{
    /// <summary>Who watches and resumes without <see cref="LiveHub.Hold"/> does so in one breath, in which nothing goes out. Only the time between its calls counts.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan ResumeLasts = TimeSpan.FromSeconds(5);

    /// <summary>Starts of topics have no index of their own in the log, so a list does not look further back.</summary>
    const int MostLooked = 10_000;

    /// <summary>Keeps everything back while something is being watched, and for a breath after.</summary>
    public IDisposable Pause(LiveConnection connection) => new Pausing(this, connection, connection.Pause());

    public async Task Resume(LiveConnection connection, long lastEventId, CancellationToken stop)
    {
        if (connection.Watches.Count == 0) connection.ResumesFrom = (lastEventId, clock.Now() + ResumeLasts);
        connection.Read();
        await Bring(connection, lastEventId, stop);
    }

    async Task GoOnSoon(LiveConnection connection, long pause)
    {
        await Task.Delay(Breath);
        if (connection.ResumesFrom is not { } from || from.UntilAt < clock.Now())
        {
            connection.GoOn(pause);
            return;
        }

        if (!connection.TryRead(pause)) return;

        try
        {
            await Bring(connection, from.EventId, CancellationToken.None);
        }
        catch (Exception error)
        {
            log.LogError(error, "What a live line missed could not be read");
            connection.Cut();
        }
    }

    /// <summary>Ends what <see cref="LiveConnection.Read"/> began.</summary>
    async Task Bring(LiveConnection connection, long after, CancellationToken stop)
    {
        IReadOnlyList<Changed> missed = [];
        try
        {
            var ranges = feed.TakeMissed(connection, after);
            if (ranges.Count > 0) missed = await ReadOrGiveBack(connection, after, ranges, stop);
        }
        finally
        {
            connection.EndRead(missed);
        }
    }

    async Task<IReadOnlyList<Changed>> ReadOrGiveBack(LiveConnection connection, long after, Dictionary<LiveWatch, long> ranges, CancellationToken stop)
    {
        try
        {
            return await Read(connection.PersonId, after, ranges, stop);
        }
        catch
        {
            feed.GiveBack(connection, ranges);
            throw;
        }
    }

    async Task<IReadOnlyList<Changed>> Read(long personId, long after, Dictionary<LiveWatch, long> ranges, CancellationToken stop)
    {
        await using var db = contexts.Create();
        var viewer = await db.Viewer(personId, stop);
        var topicIds = ranges.Keys.Where(w => w.TopicId != 0).Select(w => w.TopicId).ToList();
        var runIds = ranges.Keys.Where(w => w.RunId != 0).Select(w => w.RunId).ToList();
        var (upTo, lists) = (ranges.Values.Max(), ranges.Keys.Any(w => w.IsList));
        var events = (lists || runIds.Count > 0) && upTo - after > MostLooked ? null : await db.LiveEventsBetween(after, upTo, topicIds, runIds, lists, LiveFeed.MostMissed + 1, stop);
        if (events is not { Count: <= LiveFeed.MostMissed })
            return [.. ranges.Select(r => new Changed(r.Value, "reload", r.Key.TopicId == 0 ? null : r.Key.TopicId, null))];

        return [.. events.Where(live => LiveEvent.IsSent(live.Happened.Kind) && live.IsVisibleTo(viewer) && IsWanted(live)).Select(live => live.Changed)];

        bool IsWanted(LiveEvent live) => live.Watches.Any(w => ranges.TryGetValue(w, out var last) && live.Happened.Id <= last);
    }

    sealed class Pausing(LiveMissed missed, LiveConnection connection, long pause) : IDisposable
    {
        public void Dispose() => _ = missed.GoOnSoon(connection, pause);
    }
}
