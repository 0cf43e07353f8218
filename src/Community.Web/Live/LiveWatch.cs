namespace Community.Web.Live;

/// <summary>What a page watches: a topic, the topics that are started in a space, or a run of a playbook.</summary>
/// <param name="TopicId">0 for a list or a run.</param>
/// <param name="SpaceId">Of a list; 0 for all spaces that the person reads.</param>
/// <param name="RunId">0 for all but a run.</param>
readonly record struct LiveWatch(long TopicId, long SpaceId, long RunId = 0)
{
    public static LiveWatch Topic(long topicId) => new(topicId, 0);

    public static LiveWatch List(long spaceId) => new(0, spaceId);

    public static LiveWatch Run(long runId) => new(0, 0, runId);

    public bool IsList => TopicId == 0 && RunId == 0;
}
