namespace Community.Policies;

/// <summary>Somebody said that they know a version of a policy. It is never changed and never taken back: who knows a text knows it.</summary>
public sealed class Acknowledgement
{
    Acknowledgement()
    {
    }

    internal Acknowledgement(PolicyVersion version, long personId, DateTime now) => (PolicyId, VersionId, Number, PersonId, At) = (version.PolicyId, version.Id, version.Number, personId, now);

    public long Id { get; private set; }

    public long PolicyId { get; private set; }

    public long VersionId { get; private set; }

    /// <summary>The version's.</summary>
    public int Number { get; private set; }

    public long PersonId { get; private set; }

    public DateTime At { get; private set; }
}
