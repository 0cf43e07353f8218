namespace Community.Governance;

/// <summary>What a viewer is to one space.</summary>
/// <param name="Who">All capacities in which the viewer comes to it.</param>
/// <param name="Rules">What the space says otherwise than the table; null for nothing.</param>
public sealed record SpaceStanding(long SpaceId, Tier Tier, Who Who, IReadOnlyDictionary<Act, Who>? Rules = null)
{
    /// <summary>Who may do it here.</summary>
    public Who Doing(Act act) => Rules?.TryGetValue(act, out var who) == true ? who : Rights.Do[act];

    public bool CanRead => (Rights.Read[Tier] & Who) != 0;

    /// <summary>An administrator who reads only because of that: each such read is on record.</summary>
    public bool ReadsAsAdministratorOnly => CanRead && (Rights.Read[Tier] & Who) == Who.Administrator;
}
