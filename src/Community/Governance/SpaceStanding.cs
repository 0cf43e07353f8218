namespace Community.Governance;

/// <summary>What a viewer is to one space.</summary>
/// <param name="Who">All capacities in which the viewer comes to it.</param>
public sealed record SpaceStanding(long SpaceId, Tier Tier, Who Who)
{
    public bool CanRead => (Rights.Read[Tier] & Who) != 0;

    /// <summary>An administrator who reads only because of that: each such read is on record.</summary>
    public bool ReadsAsAdministratorOnly => CanRead && (Rights.Read[Tier] & Who) == Who.Administrator;
}
