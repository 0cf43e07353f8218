namespace Community.Topics;

/// <summary>That somebody hears what is said in a topic because another one, which they started or followed, leads to it.</summary>
public sealed class TopicFollow(long topicId, long personId, long fromTopicId, DateTime at)
{
    public long TopicId { get; private set; } = topicId;

    public long PersonId { get; private set; } = personId;

    /// <summary>The topic that leads here; with its tie this ends.</summary>
    public long FromTopicId { get; private set; } = fromTopicId;

    public DateTime At { get; private set; } = at;
}
