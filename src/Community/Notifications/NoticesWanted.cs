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

    public IReadOnlyDictionary<long, NoticeKind> Without(IEnumerable<long> personIds)
    {
        foreach (var personId in personIds) people.Remove(personId);
        return people;
    }
}
