namespace Community.Notes.Care;

/// <summary>How far a note can be relied on.</summary>
public enum NoteState
{
    /// <summary>Somebody who keeps it wrote or checked it, and the next review is to come.</summary>
    Verified,

    /// <summary>The day of its review has passed.</summary>
    Due,

    /// <summary>Somebody says that it is no longer true and no steward has answered, or its stewards let two positions stand.</summary>
    Disputed,

    /// <summary>Its stewards say that it no longer holds. It is kept, marked, and stands lower in searches.</summary>
    Outdated,
}

/// <summary>What the rows say of a note; with the time it makes the state.</summary>
/// <param name="CheckedAt">The last check, or else when it was written.</param>
/// <param name="CheckedById">Null when nobody has checked it since it was written.</param>
/// <param name="ReviewAt">From this day on, which begins at midnight UTC, it is due.</param>
/// <param name="DisputedAt">Since when somebody contradicts.</param>
public sealed record NoteStanding(DateTime CheckedAt, long? CheckedById, DateTime ReviewAt, DateTime? DisputedAt, DateTime? OutdatedAt)
{
    /// <summary>A note that has no row of care yet.</summary>
    /// <param name="since">When it was last written or revised.</param>
    public static NoteStanding Untended(DateTime since) => new(since, null, NoteCare.Next(since, NoteInterval.DefaultMonths), null, null);

    public NoteState On(DateTime now) =>
        OutdatedAt is not null ? NoteState.Outdated
        : DisputedAt is not null ? NoteState.Disputed
        : ReviewAt <= now ? NoteState.Due
        : NoteState.Verified;
}
