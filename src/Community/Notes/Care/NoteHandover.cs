namespace Community.Notes.Care;

/// <summary>Somebody who keeps a note: a person, or a unit as a whole.</summary>
public readonly record struct Keeper(long? PersonId, long? UnitId)
{
    public static Keeper Person(long id) => new(id, null);

    public static Keeper Unit(long id) => new(null, id);
}

/// <summary>One change in who keeps a note: appointed, relieved, or from one to another, by whom, when and why.</summary>
public sealed class NoteHandover
{
    NoteHandover()
    {
    }

    internal NoteHandover(long topicId, Keeper? from, Keeper? to, string why, long byId, DateTime now)
    {
        TopicId = topicId;
        (FromPersonId, FromUnitId) = (from?.PersonId, from?.UnitId);
        (ToPersonId, ToUnitId) = (to?.PersonId, to?.UnitId);
        Why = why;
        ById = byId;
        At = now;
    }

    public long Id { get; private set; }

    public long TopicId { get; private set; }

    public long? FromPersonId { get; private set; }

    public long? FromUnitId { get; private set; }

    public long? ToPersonId { get; private set; }

    public long? ToUnitId { get; private set; }

    public string Why { get; private set; } = "";

    public long ById { get; private set; }

    public DateTime At { get; private set; }
}
