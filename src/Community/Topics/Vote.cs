namespace Community.Topics;

/// <summary>One person's vote on a post: 1 or -1.</summary>
public sealed class Vote
{
    Vote()
    {
    }

    internal Vote(Post post, long personId, int value, DateTime now)
    {
        Post = post;
        PersonId = personId;
        Value = value;
        At = now;
    }

    public long PostId { get; private set; }

    public Post Post { get; private set; } = null!;

    public long PersonId { get; private set; }

    public int Value { get; private set; }

    public DateTime At { get; private set; }

    internal void Change(int value, DateTime now)
    {
        Value = value;
        At = now;
    }
}
