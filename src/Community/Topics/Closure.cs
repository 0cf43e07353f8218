namespace Community.Topics;

/// <summary>What came of a topic that was closed.</summary>
public enum Outcome { Answered, Decided, Trial, Note, Nothing, Merged, Duplicate }

/// <summary>That a topic is or was closed: who, when, why, and what came of it.</summary>
public sealed class Closure
{
    public const int MaxReasonLength = 500;

    Closure()
    {
    }

    internal Closure(Topic topic, Outcome outcome, string reason, long actorId, DateTime now)
    {
        Topic = topic;
        Outcome = outcome;
        Reason = Reasons.Clean(reason);
        ById = actorId;
        At = now;
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public Topic? Topic { get; private set; }

    public Outcome Outcome { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? ReopenedAt { get; private set; }

    public long? ReopenedById { get; private set; }

    public string ReopenReason { get; private set; } = "";

    internal void End(string reason, long actorId, DateTime now)
    {
        ReopenReason = Reasons.Clean(reason);
        ReopenedById = actorId;
        ReopenedAt = now;
    }
}

/// <summary>The rule for reasons that people are shown.</summary>
static class Reasons
{
    public static string Clean(string? reason) => (reason ?? "").Trim() switch
    {
        "" => throw new RefusedException(Refusal.Invalid, "Say why in a few words; others will read it.") { Field = "Reason" },
        { Length: > Closure.MaxReasonLength } => throw new RefusedException(Refusal.Invalid, "A reason has at most {0} characters.", Closure.MaxReasonLength) { Field = "Reason" },
        var clean => clean,
    };
}
