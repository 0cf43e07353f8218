namespace Community.Notes.Care;

/// <summary>After how long the notes of a space are checked again, as its steward says. A space without a row has <see cref="DefaultMonths"/>.</summary>
public sealed class NoteInterval
{
    public const int DefaultMonths = 12;

    NoteInterval()
    {
    }

    public NoteInterval(long spaceId, int months, long byId, DateTime now)
    {
        SpaceId = spaceId;
        Set(months, byId, now);
    }

    public long SpaceId { get; private set; }

    public int Months { get; private set; }

    public long ById { get; private set; }

    public DateTime At { get; private set; }

    /// <exception cref="RefusedException">Less than a month, or more than five years.</exception>
    public void Set(int months, long byId, DateTime now)
    {
        if (months is < 1 or > NoteCare.MaxMonths) throw new RefusedException(Refusal.Invalid, "A note is checked again after 1 to {0} months.", NoteCare.MaxMonths) { Field = nameof(Months) };

        (Months, ById, At) = (months, byId, now);
    }
}
