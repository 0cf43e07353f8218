namespace Community.Topics;

/// <summary>That an author took a post back. It can be restored for 30 days, then the text is erased.</summary>
public sealed class Withdrawal
{
    /// <summary>How long it can be brought back.</summary>
    public static readonly TimeSpan RestoreWithin = TimeSpan.FromDays(30);

    Withdrawal()
    {
    }

    internal Withdrawal(Post post, long actorId, DateTime now)
    {
        Post = post;
        ById = actorId;
        At = now;
    }

    public long Id { get; private set; }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? RestoredAt { get; private set; }

    public DateTime? ErasedAt { get; private set; }

    internal void End(DateTime now)
    {
        if (ErasedAt is not null || now > At + RestoreWithin)
            throw new RefusedException(Refusal.Conflict, "The 30 days are over; the text was erased.");

        RestoredAt = now;
    }

    internal void Erase(DateTime now) => ErasedAt = now;
}
