using Community.People;
using Community.Store;
using Community.Topics.Watching;

namespace Community.Notifications;

/// <summary>Whom one event concerns, and why. The first reason counts: somebody who is answered and named hears of the answer.</summary>
sealed class NoticesWanted
{
    readonly Dictionary<long, NoticeKind> people = [];
    readonly HashSet<long> quietly = [];

    public void Add(NoticeKind kind, IEnumerable<long> personIds)
    {
        foreach (var personId in personIds) people.TryAdd(personId, kind);
    }

    /// <summary>Whom it rings for, and those who only find it.</summary>
    public void Add(NoticeKind kind, Watchers watchers)
    {
        Add(kind, watchers.At(WatchLevel.Watch));
        foreach (var personId in watchers.At(WatchLevel.Follow))
            if (people.TryAdd(personId, kind)) quietly.Add(personId);
    }

    public IReadOnlyList<NoticeKind> Kinds => [.. people.Values.Distinct()];

    /// <summary>Those who have not heard of it. Who wears a mask hears of what concerns the mask.</summary>
    public async Task<WantedNotices> Without(CommunityContext db, IEnumerable<long> heard, CancellationToken stop)
    {
        var wearers = await db.Wearers(people.Keys, stop);
        var (left, silent) = (new Dictionary<long, NoticeKind>(), new HashSet<long>());
        foreach (var (id, kind) in people)
        {
            var wearer = wearers.GetValueOrDefault(id, id);
            if (left.TryAdd(wearer, kind) && quietly.Contains(id)) silent.Add(wearer);
        }

        foreach (var personId in heard) left.Remove(personId);
        return new WantedNotices(left, silent);
    }
}

/// <summary>Who is told, and why.</summary>
/// <param name="Quietly">For whom it does not ring.</param>
sealed record WantedNotices(IReadOnlyDictionary<long, NoticeKind> Kinds, IReadOnlySet<long> Quietly);
