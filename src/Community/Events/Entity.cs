namespace Community.Events;

/// <summary>A row with an id of ours that states what happened to it. What it stated becomes rows of the log in the same transaction.</summary>
public abstract class Entity
{
    List<Happening>? told;

    public long Id { get; private protected set; }

    internal IReadOnlyList<Happening> TakeTold()
    {
        IReadOnlyList<Happening> taken = told is null ? [] : told;
        told = null;
        return taken;
    }

    /// <summary>States that something happened. Topic and space are asked for when rows have their ids.</summary>
    protected void Tell(EventKind kind, DateTime at, long? actorId, Entity? subject = null, Func<long?>? topicId = null, Func<long?>? spaceId = null) =>
        (told ??= []).Add(new Happening(kind, () => (subject ?? this).Id, topicId, spaceId, actorId, at));

    /// <summary>The same of a subject that is known by its id only.</summary>
    protected void TellOf(EventKind kind, DateTime at, long? actorId, long subjectId, Func<long?>? spaceId = null) =>
        (told ??= []).Add(new Happening(kind, () => subjectId, null, spaceId, actorId, at));
}

/// <summary>Something that happened and whose rows may not have their ids yet.</summary>
sealed record Happening(EventKind Kind, Func<long> SubjectId, Func<long?>? TopicId, Func<long?>? SpaceId, long? ActorId, DateTime At)
{
    public Event ToEvent() => new(Kind, SubjectId(), TopicId?.Invoke(), SpaceId?.Invoke(), ActorId, At);
}
