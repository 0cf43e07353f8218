namespace Community.Notes.Paths;

/// <summary>How far somebody came with one station. For that person, and a buddy if they chose one; no event tells of it, and no figure is made of it.</summary>
public sealed class StationProgress
{
    StationProgress()
    {
    }

    public StationProgress(long personId, long stationId) => (PersonId, StationId) = (personId, stationId);

    public long PersonId { get; private set; }

    public long StationId { get; private set; }

    public PathStation Station { get; private set; } = null!;

    public DateTime? ReadAt { get; private set; }

    public DateTime? TriedAt { get; private set; }

    /// <summary>Asked about it, or met and asked.</summary>
    public DateTime? AskedAt { get; private set; }

    public bool IsEmpty => ReadAt is null && TriedAt is null && AskedAt is null;

    /// <summary>What is null stays as it is.</summary>
    public void Mark(bool? read, bool? tried, bool? asked, DateTime now) =>
        (ReadAt, TriedAt, AskedAt) = (Marked(ReadAt, read, now), Marked(TriedAt, tried, now), Marked(AskedAt, asked, now));

    static DateTime? Marked(DateTime? before, bool? wanted, DateTime now) => wanted switch { null => before, true => before ?? now, _ => null };
}
