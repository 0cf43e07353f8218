namespace Community.Topics;

/// <summary>That a post names a person.</summary>
public sealed class Mention(long postId, long personId)
{
    public long PostId { get; private set; } = postId;

    public long PersonId { get; private set; } = personId;
}
