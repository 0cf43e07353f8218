namespace Community.Trials;

/// <summary>What somebody saw in a trial.</summary>
public enum Seen
{
    /// <summary>Neither for nor against.</summary>
    Remark,
    Worked,
    Failed,
}

/// <summary>A line of a trial's log.</summary>
public sealed class Observation
{
    public const int MaxLineLength = 300;

    Observation()
    {
    }

    internal Observation(Trial trial, Seen seen, string? line, DateOnly day, long authorId, DateTime now)
    {
        if (!Enum.IsDefined(seen)) throw new RefusedException(Refusal.Invalid, "Say whether it worked, did not work, or is only a remark.") { Field = nameof(Seen) };
        if (day < trial.StartsOn) throw new RefusedException(Refusal.Invalid, "The trial had not begun on that day.") { Field = nameof(Day) };
        if (day > DateOnly.FromDateTime(now.AddHours(14))) throw new RefusedException(Refusal.Invalid, "That day is to come.") { Field = nameof(Day) };

        (Trial, Seen, Day, AuthorId, At, Line) = (trial, seen, day, authorId, now, OneLine.Of(line));
        if (Line.Length is 0 or > MaxLineLength) throw new RefusedException(Refusal.Invalid, "Say in one line of at most {0} characters what you saw.", MaxLineLength) { Field = nameof(Line) };
    }

    public long Id { get; private set; }

    public long TrialId { get; private set; }

    public Trial Trial { get; private set; } = null!;

    public Seen Seen { get; private set; }

    public string Line { get; private set; } = "";

    public DateOnly Day { get; private set; }

    public long AuthorId { get; private set; }

    public DateTime At { get; private set; }

    public long? TakenBackById { get; private set; }

    public DateTime? TakenBackAt { get; private set; }

    internal void TakeBack(long byId, DateTime now)
    {
        if (TakenBackAt is not null) throw new RefusedException(Refusal.Conflict, "This observation was taken back already.");

        (TakenBackById, TakenBackAt) = (byId, now);
    }
}
