namespace Community.Web.Live;

/// <summary>What a page watches: a topic, or the topics that are started in a space.</summary>
/// <param name="TopicId">0 for a list.</param>
/// <param name="SpaceId">Of a list; 0 for all spaces that the person reads.</param>
readonly record struct LiveWatch(long TopicId, long SpaceId)
{
    public static LiveWatch Topic(long topicId) => new(topicId, 0);

    public static LiveWatch List(long spaceId) => new(0, spaceId);

    public bool IsList => TopicId == 0;
}
