namespace Community.Spaces;

/// <summary>A whole unit as a member of a space.</summary>
public sealed class UnitMembership
{
    UnitMembership()
    {
    }

    public UnitMembership(long spaceId, long unitId, long? actorId, DateTime now)
    {
        SpaceId = spaceId;
        UnitId = unitId;
        ById = actorId;
        At = now;
    }

    public long SpaceId { get; private set; }

    public long UnitId { get; private set; }

    public long? ById { get; private set; }

    public DateTime At { get; private set; }
}
