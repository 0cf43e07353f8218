using Community.People;
using Community.Store;

namespace Community.Notifications;

/// <summary>Whom one event concerns, and why. The first reason counts: somebody who is answered and named hears of the answer.</summary>
sealed class NoticesWanted
{
    readonly Dictionary<long, NoticeKind> people = [];

    public void Add(NoticeKind kind, IEnumerable<long> personIds)
    {
        foreach (var personId in personIds) people.TryAdd(personId, kind);
    }

    public IReadOnlyList<NoticeKind> Kinds => [.. people.Values.Distinct()];

    /// <summary>Those who have not heard of it. Who wears a mask hears of what concerns the mask.</summary>
    public async Task<IReadOnlyDictionary<long, NoticeKind>> Without(CommunityContext db, IEnumerable<long> heard, CancellationToken stop)
    {
        var wearers = await db.Wearers(people.Keys, stop);
        var left = new Dictionary<long, NoticeKind>();
        foreach (var (id, kind) in people) left.TryAdd(wearers.GetValueOrDefault(id, id), kind);
        foreach (var personId in heard) left.Remove(personId);
        return left;
    }
}
