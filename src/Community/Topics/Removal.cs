using Community.Governance;

namespace Community.Topics;

/// <summary>How far out of sight somebody else than its author took a post. To every gate all are <see cref="Standing.Removed"/>.</summary>
public enum RemovalKind
{
    /// <summary>Until it is decided: it is lifted, or becomes a removal.</summary>
    Hidden,
    Removed,

    /// <summary>Text and revisions are gone for good.</summary>
    Purged,
}

/// <summary>That a post was taken out of sight under a rule, and perhaps brought back.</summary>
public sealed class Removal
{
    public const int MaxCitedLength = Rule.MaxNameLength + 20;

    Removal()
    {
    }

    internal Removal(Post post, RemovalKind kind, Rule? rule, string reason, long actorId, DateTime now)
    {
        Post = post;
        Kind = kind;
        (RuleId, RuleCited, ReasonClass) = (rule?.Id, rule?.Cited ?? "", rule?.Reason ?? ReasonClass.Order);
        Reason = Reasons.Clean(reason);
        ById = actorId;
        At = now;
    }

    public long Id { get; private set; }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public RemovalKind Kind { get; private set; }

    /// <summary>Null in rows from before there were rules.</summary>
    public long? RuleId { get; private set; }

    /// <summary>What the rule was called then.</summary>
    public string RuleCited { get; private set; } = "";

    public ReasonClass ReasonClass { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? LiftedAt { get; private set; }

    public long? LiftedById { get; private set; }

    public string LiftReason { get; private set; } = "";

    /// <summary>Another act took this one's place; the post stayed out of sight.</summary>
    public bool IsSuperseded { get; private set; }

    internal void Lift(string reason, long actorId, DateTime now)
    {
        LiftReason = Reasons.Clean(reason);
        LiftedById = actorId;
        LiftedAt = now;
    }

    internal void GiveWay(long actorId, DateTime now) => (LiftedById, LiftedAt, IsSuperseded) = (actorId, now, true);
}
