using Community.Topics;

namespace Community.Notes.Care;

/// <summary>That a unit as a whole keeps a practice note true: everybody who works in it.</summary>
public sealed class NoteUnitStewardship
{
    NoteUnitStewardship()
    {
    }

    public NoteUnitStewardship(Topic note, long unitId, DateTime at)
    {
        Topic = note;
        UnitId = unitId;
        At = at;
    }

    public long TopicId { get; private set; }

    public Topic? Topic { get; private set; }

    public long UnitId { get; private set; }

    public DateTime At { get; private set; }
}
