namespace Community.Topics;

/// <summary>How one topic points to another.</summary>
public enum LinkKind { Related, Duplicate, Merged }

/// <summary>A tie between two topics: "see also", "the same question", or "its posts went there".</summary>
public sealed class TopicLink(long fromTopicId, long toTopicId, LinkKind kind)
{
    public long FromTopicId { get; private set; } = fromTopicId;

    public long ToTopicId { get; private set; } = toTopicId;

    public LinkKind Kind { get; private set; } = kind;
}
