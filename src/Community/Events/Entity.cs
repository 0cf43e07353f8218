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
    /// <param name="words">What the audit log keeps of an act of governance; the event itself holds no text.</param>
    protected void Tell(EventKind kind, DateTime at, long? actorId, Entity? subject = null, Func<long?>? topicId = null, Func<long?>? spaceId = null, Func<string>? words = null) =>
        (told ??= []).Add(new Happening(kind, () => (subject ?? this).Id, topicId, spaceId, actorId, at) { Words = words });

    /// <summary>The same of a subject that is known by its id only.</summary>
    protected void TellOf(EventKind kind, DateTime at, long? actorId, long subjectId, Func<long?>? spaceId = null, Func<string>? words = null) =>
        (told ??= []).Add(new Happening(kind, () => subjectId, null, spaceId, actorId, at) { Words = words });
}

/// <summary>Something that happened and whose rows may not have their ids yet.</summary>
sealed record Happening(EventKind Kind, Func<long> SubjectId, Func<long?>? TopicId, Func<long?>? SpaceId, long? ActorId, DateTime At)
{
    public Func<string>? Words { get; init; }

    /// <summary>An erasure is one when somebody ordered it.</summary>
    public bool IsGovernance => Kind.IsGovernance && (Kind != EventKind.Erased || ActorId is not null);

    public AuditRecord ToRecord(long id, string previous) => new(id, previous, Kind, SubjectId(), TopicId?.Invoke(), SpaceId?.Invoke(), ActorId, At, Words?.Invoke() ?? "");

    public Event ToEvent() => new(Kind, SubjectId(), TopicId?.Invoke(), SpaceId?.Invoke(), ActorId, At);
}
