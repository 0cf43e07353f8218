namespace Community.Search.Gaps;

/// <summary>That a gap was put out of sight: who, when and why, and whether it came back.</summary>
public sealed class GapDismissal
{
    public const int MaxReasonLength = 500;

    GapDismissal()
    {
    }

    internal GapDismissal(string reason, long actorId, DateTime now)
    {
        Reason = (reason ?? "").Trim() switch
        {
            "" => throw new RefusedException(Refusal.Invalid, "Say why in a few words; others will read it.") { Field = "Reason" },
            { Length: > MaxReasonLength } => throw new RefusedException(Refusal.Invalid, "A reason has at most {0} characters.", MaxReasonLength) { Field = "Reason" },
            var clean => clean,
        };
        ById = actorId;
        At = now;
    }

    public long Id { get; private set; }

    public long GapId { get; private set; }

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public long? RestoredById { get; private set; }

    public DateTime? RestoredAt { get; private set; }

    internal void Restore(long actorId, DateTime now) => (RestoredById, RestoredAt) = (actorId, now);
}
