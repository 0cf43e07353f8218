namespace Community.Events;

/// <summary>One thing that happened: a row of the append-only log. Ids are in commit order. It names things and holds none of their text.</summary>
public sealed class Event
{
    Event()
    {
    }

    internal Event(EventKind kind, long subjectId, long? topicId, long? spaceId, long? actorId, DateTime at)
    {
        Kind = kind;
        SubjectId = subjectId;
        TopicId = topicId;
        SpaceId = spaceId;
        ActorId = actorId;
        At = at;
    }

    public long Id { get; private set; }

    public EventKind Kind { get; private set; }

    /// <summary>A post, topic, space, person, tag or term, as <see cref="Kind"/> says.</summary>
    public long SubjectId { get; private set; }

    public long? TopicId { get; private set; }

    public long? SpaceId { get; private set; }

    /// <summary>The person who did it; null for the program itself.</summary>
    public long? ActorId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    public long? PostId => Kind.IsAboutPost ? SubjectId : null;
}
