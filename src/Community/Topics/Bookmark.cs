namespace Community.Topics;

/// <summary>A post that somebody wants to find again. Nobody else sees it.</summary>
public sealed class Bookmark(long personId, long postId, DateTime at)
{
    public long PersonId { get; private set; } = personId;

    public long PostId { get; private set; } = postId;

    public DateTime At { get; private set; } = at;
}
