using Community.Events;

namespace Community.Policies;

/// <summary>That those who do not know a version of a policy yet were asked to read it: on its first day, and again while some do not.</summary>
public sealed class PolicyReminder : Entity
{
    /// <summary>From one time to the next.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromDays(14);

    /// <summary>Whoever has not answered then is asked by the owner, who reads the report.</summary>
    public const int Most = 4;

    PolicyReminder()
    {
    }

    internal PolicyReminder(PolicyVersion version, DateTime now)
    {
        (PolicyId, VersionId, At) = (version.PolicyId, version.Id, now);
        TellOf(EventKind.PolicyAsks, now, null, version.PolicyId);
    }

    public long PolicyId { get; private set; }

    public long VersionId { get; private set; }

    public DateTime At { get; private set; }
}
