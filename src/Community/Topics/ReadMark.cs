namespace Community.Topics;

/// <summary>How far a person has read a topic. Nobody else sees it.</summary>
public sealed class ReadMark(long personId, long topicId, long postId, DateTime at)
{
    public long PersonId { get; private set; } = personId;

    public long TopicId { get; private set; } = topicId;

    /// <summary>The newest post that was on the page.</summary>
    public long PostId { get; private set; } = postId;

    public DateTime At { get; private set; } = at;

    /// <summary>Moves forward only: two devices cannot take it back.</summary>
    public void MoveTo(long postId, DateTime now)
    {
        PostId = Math.Max(PostId, postId);
        At = now;
    }
}
