using Community.Events;

namespace Community.Spaces;

/// <summary>A person's belonging to a space. Joining decides what home and mail show; in a Unit space, and for a guest, it is also the right to read.</summary>
public sealed class Membership : Entity
{
    Membership()
    {
    }

    public Membership(long spaceId, long personId, bool isSteward, long? actorId, DateTime now)
    {
        SpaceId = spaceId;
        PersonId = personId;
        IsSteward = isSteward;
        ById = actorId;
        At = now;
        TellOf(EventKind.Joined, now, actorId, personId, () => SpaceId);
    }

    public long SpaceId { get; private set; }

    public long PersonId { get; private set; }

    public bool IsSteward { get; private set; }

    /// <summary>Who brought the person in; null for the program.</summary>
    public long? ById { get; private set; }

    public DateTime At { get; private set; }

    public void MakeSteward(bool isSteward, long? actorId, DateTime now)
    {
        IsSteward = isSteward;
        TellOf(EventKind.Rechartered, now, actorId, SpaceId, () => SpaceId, () => FormattableString.Invariant($"person {PersonId} {(isSteward ? "became" : "is no longer")} steward"));
    }

    /// <summary>States the end; the verb removes the row.</summary>
    public void End(long? actorId, DateTime now) => TellOf(EventKind.Left, now, actorId, PersonId, () => SpaceId);
}
