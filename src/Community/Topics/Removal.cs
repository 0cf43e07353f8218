namespace Community.Topics;

/// <summary>That a moderator hid a post, and perhaps brought it back.</summary>
public sealed class Removal
{
    Removal()
    {
    }

    internal Removal(Post post, string reason, long actorId, DateTime now)
    {
        Post = post;
        Reason = Reasons.Clean(reason);
        ById = actorId;
        At = now;
    }

    public long Id { get; private set; }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public string Reason { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    public DateTime? LiftedAt { get; private set; }

    public long? LiftedById { get; private set; }

    public string LiftReason { get; private set; } = "";

    internal void Lift(string reason, long actorId, DateTime now)
    {
        LiftReason = Reasons.Clean(reason);
        LiftedById = actorId;
        LiftedAt = now;
    }
}
