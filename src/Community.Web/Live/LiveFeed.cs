using System.Collections.Concurrent;
using Community.Governance;

namespace Community.Web.Live;

/// <summary>
/// Who watches what on this node, and how far the live feed has come. A watch and the feed's position are read and moved under one lock: the
/// feed brings every event after a watch's own position, and <see cref="LiveHub.Resume"/> reads those before it, so none is lost or doubled.
/// </summary>
sealed class LiveFeed
{
    /// <summary>Who missed more is told to load the page again.</summary>
    public const int MostMissed = 2_000;

    readonly Lock door = new();
    readonly Dictionary<LiveWatch, HashSet<LiveConnection>> watchers = [];
    readonly ConcurrentDictionary<string, LiveConnection> connections = new();
    readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long position;

    public IReadOnlyCollection<LiveConnection> Connections => [.. connections.Values];

    public int Count => connections.Count;

    /// <summary>The last event that was looked at.</summary>
    public long Position
    {
        get
        {
            lock (door) return position;
        }
    }

    /// <summary>Ends when the feed knows where the log ends; before that nothing can be watched.</summary>
    public Task Started => started.Task;

    public void StartAt(long eventId)
    {
        lock (door) position = eventId;
        started.TrySetResult();
    }

    public void Add(LiveConnection connection) => connections[connection.Id] = connection;

    public LiveConnection? Find(string id) => connections.GetValueOrDefault(id);

    public IReadOnlyList<LiveConnection> Of(long personId) => [.. connections.Values.Where(c => c.PersonId == personId)];

    public void Remove(string id)
    {
        if (!connections.TryRemove(id, out var connection)) return;

        lock (door)
            foreach (var watch in connection.Watches.Keys.ToList()) Leave(connection, watch);
    }

    /// <summary>Returns false when the connection watches it already.</summary>
    public bool Watch(LiveConnection connection, LiveWatch watch)
    {
        lock (door)
        {
            if (!connections.ContainsKey(connection.Id) || !connection.Watches.TryAdd(watch, position)) return false;

            if (!watchers.TryGetValue(watch, out var those)) watchers[watch] = those = [];
            return those.Add(connection);
        }
    }

    public void Unwatch(LiveConnection connection, LiveWatch watch)
    {
        lock (door) Leave(connection, watch);
    }

    /// <summary>Takes over what was missed: for each watch the last event that the caller must read, from <paramref name="after"/> on. They count as brought from now on.</summary>
    public Dictionary<LiveWatch, long> TakeMissed(LiveConnection connection, long after)
    {
        lock (door)
        {
            var missed = connection.Watches.Where(w => w.Value > after).ToDictionary();
            foreach (var watch in missed.Keys) connection.Watches[watch] = after;
            return missed;
        }
    }

    /// <summary>Gives back what could not be read.</summary>
    public void GiveBack(LiveConnection connection, Dictionary<LiveWatch, long> missed)
    {
        lock (door)
            foreach (var (watch, upTo) in missed)
                if (connection.Watches.ContainsKey(watch)) connection.Watches[watch] = upTo;
    }

    /// <summary>The people whose rights decide about an event.</summary>
    public IReadOnlyCollection<long> PeopleFor(LiveEvent live)
    {
        lock (door) return [.. WatchersOf(live).Select(w => w.Connection.PersonId).Distinct()];
    }

    /// <summary>Hands the event to those who watch and may see it, and moves on. Returns false, having done nothing, when somebody began to watch whose rights are not in <paramref name="viewers"/>.</summary>
    public bool TryDeliver(LiveEvent live, IReadOnlyDictionary<long, Viewer> viewers)
    {
        lock (door)
        {
            var those = WatchersOf(live).ToList();
            if (those.Any(w => !viewers.ContainsKey(w.Connection.PersonId))) return false;

            position = live.Happened.Id;
            foreach (var (connection, watch) in those.DistinctBy(w => w.Connection))
            {
                var viewer = viewers[connection.PersonId];
                if (live.IsVisibleTo(viewer)) connection.Offer(live.Changed);
                else if (!watch.IsList && !viewer.CanRead(live.SpaceId!.Value)) Leave(connection, watch);
            }

            return true;
        }
    }

    IEnumerable<(LiveConnection Connection, LiveWatch Watch)> WatchersOf(LiveEvent live) => LiveEvent.IsSent(live.Happened.Kind)
        ? live.Watches.SelectMany(watch => watchers.TryGetValue(watch, out var those) ? those.Select(connection => (connection, watch)) : [])
        : [];

    void Leave(LiveConnection connection, LiveWatch watch)
    {
        if (!connection.Watches.Remove(watch) || !watchers.TryGetValue(watch, out var those)) return;

        those.Remove(connection);
        if (those.Count == 0) watchers.Remove(watch);
    }
}
