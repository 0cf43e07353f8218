namespace Community.Policies;

/// <summary>One row of a version's scope table: a medium, and which accounts in it are covered.</summary>
public sealed class PolicyScope
{
    public const int MaxLength = 120;

    PolicyScope()
    {
    }

    internal PolicyScope(int place, ScopeLine line) => (Place, Medium, Accounts) = (place, line.Medium, line.Accounts);

    public long Id { get; private set; }

    public long VersionId { get; private set; }

    /// <summary>From 0.</summary>
    public int Place { get; private set; }

    public string Medium { get; private set; } = "";

    /// <summary>Plain words; empty for all.</summary>
    public string Accounts { get; private set; } = "";
}
