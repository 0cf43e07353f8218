namespace Community.Governance;

/// <summary>Who may read a space.</summary>
public enum Tier
{
    /// <summary>The space's members: people, or whole units.</summary>
    Unit,

    /// <summary>All staff.</summary>
    Institution,

    /// <summary>Staff, and the guests invited to the space.</summary>
    Partners,

    /// <summary>Anybody, also without an account.</summary>
    Public,
}
