namespace Community.Web.Presence;

/// <summary>
/// Who has which topic open, on this node by its live lines and on others as they say. All of it is in memory and a claim: who is shown to whom is decided each time by
/// <see cref="RoomGate"/>. A room is stirred when something about it may have changed, and looked at within a moment.
/// </summary>
sealed class Rooms(TimeProvider clock)
{
    /// <summary>A page that is loaded again, or left for the next one, must not make its reader flicker.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan WritingLasts = TimeSpan.FromSeconds(6);

    /// <summary>A node that says nothing for so long is not there any more.</summary>
    public static readonly TimeSpan NodeLasts = TimeSpan.FromSeconds(40);

    readonly Lock door = new();
    readonly Dictionary<string, Stay> lines = [];
    readonly Dictionary<long, List<Stay>> rooms = [];
    readonly Dictionary<(string Node, long TopicId), (IReadOnlyList<Claim> Claims, long At)> elsewhere = [];
    readonly HashSet<long> stirred = [];

    /// <summary>A line is in one room at a time; from the one before it goes like a line that closes.</summary>
    public void Enter(string connectionId, long personId, long topicId, long postId)
    {
        var stay = new Stay(connectionId, personId, topicId, postId);
        lock (door)
        {
            Part(connectionId);
            lines[connectionId] = stay;
            if (!rooms.TryGetValue(topicId, out var room)) rooms[topicId] = room = [];
            room.Add(stay);
            stirred.Add(topicId);
        }
    }

    public void Leave(string connectionId)
    {
        lock (door) Part(connectionId);
    }

    /// <summary>Something was typed. Does nothing for a line that is in no room.</summary>
    public void Write(string connectionId)
    {
        lock (door)
        {
            if (!lines.TryGetValue(connectionId, out var stay)) return;

            if (stay.WritesUntil is null) stirred.Add(stay.TopicId);
            stay.WritesUntil = After(WritingLasts);
        }
    }

    /// <param name="claims">All who are in the room on that node; none when the last one left.</param>
    public void Hear(string node, long topicId, IReadOnlyList<Claim> claims)
    {
        lock (door)
        {
            var isNew = !elsewhere.TryGetValue((node, topicId), out var before) || !before.Claims.SequenceEqual(claims);
            if (claims.Count == 0) elsewhere.Remove((node, topicId));
            else elsewhere[(node, topicId)] = (claims, clock.GetTimestamp());
            if (isNew) stirred.Add(topicId);
        }
    }

    /// <summary>A node ends, and all on it are gone.</summary>
    public void Forget(string node)
    {
        lock (door)
            foreach (var key in elsewhere.Keys.Where(key => key.Node == node).ToList()) Drop(key);
    }

    public void Stir(long topicId)
    {
        lock (door)
            if (rooms.ContainsKey(topicId)) stirred.Add(topicId);
    }

    /// <summary>They were taken and could not be looked at.</summary>
    public void PutBack(IReadOnlyCollection<long> topicIds)
    {
        lock (door) stirred.UnionWith(topicIds);
    }

    public void StirAll()
    {
        lock (door) stirred.UnionWith(rooms.Keys);
    }

    /// <summary>The rooms that may look different since they were taken last, also those that are empty by now.</summary>
    public IReadOnlyList<long> TakeStirred()
    {
        lock (door)
        {
            var now = clock.GetTimestamp();
            foreach (var (topicId, room) in rooms.ToList()) EndStays(topicId, room, now);
            foreach (var key in elsewhere.Where(heard => clock.GetElapsedTime(heard.Value.At, now) > NodeLasts).Select(heard => heard.Key).ToList()) Drop(key);

            List<long> taken = [.. stirred];
            stirred.Clear();
            return taken;
        }
    }

    /// <summary>This node's own, also those who left within the grace.</summary>
    public IReadOnlyList<Stay> In(long topicId)
    {
        lock (door) return rooms.TryGetValue(topicId, out var room) ? [.. room] : [];
    }

    /// <summary>All who are in a room, on whichever node.</summary>
    public IReadOnlyList<Claim> Claims(long topicId)
    {
        lock (door)
        {
            var here = rooms.TryGetValue(topicId, out var room) ? room.Select(ClaimOf) : [];
            return [.. here.Concat(elsewhere.Where(heard => heard.Key.TopicId == topicId).SelectMany(heard => heard.Value.Claims))];
        }
    }

    public static Claim ClaimOf(Stay stay) => new(stay.PersonId, stay.PostId, stay.WritesUntil is not null);

    void Part(string connectionId)
    {
        if (!lines.Remove(connectionId, out var stay)) return;

        (stay.LeftAt, stay.WritesUntil) = (clock.GetTimestamp(), null);
        stirred.Add(stay.TopicId);
    }

    void EndStays(long topicId, List<Stay> room, long now)
    {
        foreach (var stay in room.Where(stay => stay.WritesUntil <= now))
        {
            stay.WritesUntil = null;
            stirred.Add(topicId);
        }

        if (room.RemoveAll(stay => stay.LeftAt is { } left && clock.GetElapsedTime(left, now) >= Grace) > 0) stirred.Add(topicId);
        if (room.Count == 0) rooms.Remove(topicId);
    }

    void Drop((string Node, long TopicId) key)
    {
        elsewhere.Remove(key);
        stirred.Add(key.TopicId);
    }

    long After(TimeSpan span) => clock.GetTimestamp() + (long)(span.TotalSeconds * clock.TimestampFrequency);
}
