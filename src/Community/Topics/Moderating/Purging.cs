using Community.Events;
using Community.Governance;

namespace Community.Topics.Moderating;

/// <summary>That somebody asked for a post to be erased for good, and what a second person said to it.</summary>
public sealed class Purging : Entity
{
    Purging()
    {
    }

    public Purging(long postId, Rule rule, string reason, long actorId, DateTime now)
    {
        (PostId, RuleId, Reason, AskedById, AskedAt) = (postId, rule.Id, Reasons.Clean(reason), actorId, now);
        Tell(EventKind.PurgeAsked, now, actorId, words: () => FormattableString.Invariant($"post {PostId}, rule {rule.Cited}: {Reason}"));
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long RuleId { get; private set; }

    public string Reason { get; private set; } = "";

    public long AskedById { get; private set; }

    public DateTime AskedAt { get; private set; }

    public long? EndedById { get; private set; }

    /// <summary>When it was confirmed or called off; null while it waits.</summary>
    public DateTime? EndedAt { get; private set; }

    public bool IsConfirmed { get; private set; }

    /// <exception cref="RefusedException">It was decided already, or the same person asked for it.</exception>
    public void Confirm(long actorId, DateTime now)
    {
        DemandOpen();
        if (actorId == AskedById) throw new RefusedException(Refusal.Forbidden, "You asked for this purge. Another moderator or administrator confirms it: two look before a text is gone for good.");

        (EndedById, EndedAt, IsConfirmed) = (actorId, now, true);
    }

    public void CallOff(long actorId, DateTime now)
    {
        DemandOpen();
        (EndedById, EndedAt) = (actorId, now);
        Tell(EventKind.PurgeAsked, now, actorId, words: () => FormattableString.Invariant($"post {PostId}: called off"));
    }

    void DemandOpen()
    {
        if (EndedAt is not null) throw new RefusedException(Refusal.Conflict, "This purge was decided already.");
    }
}
