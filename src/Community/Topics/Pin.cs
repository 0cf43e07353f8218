namespace Community.Topics;

/// <summary>That a topic stands first in its space.</summary>
public sealed class Pin(long topicId, long byId, DateTime at)
{
    public long TopicId { get; private set; } = topicId;

    public long ById { get; private set; } = byId;

    public DateTime At { get; private set; } = at;
}
