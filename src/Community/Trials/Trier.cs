namespace Community.Trials;

/// <summary>That somebody takes part in a trial.</summary>
public sealed class Trier
{
    Trier()
    {
    }

    internal Trier(Trial trial, long personId) => (Trial, PersonId) = (trial, personId);

    public long TrialId { get; private set; }

    public Trial Trial { get; private set; } = null!;

    public long PersonId { get; private set; }
}

/// <summary>That a trial's owner was reminded: on its last day (0), or so many weeks after. There is one row for each.</summary>
public sealed class TrialReminder
{
    TrialReminder()
    {
    }

    internal TrialReminder(Trial trial, int week, DateTime now) => (Trial, Week, EndsOn, At) = (trial, week, trial.EndsOn, now);

    public long TrialId { get; private set; }

    public Trial Trial { get; private set; } = null!;

    public int Week { get; private set; }

    /// <summary>The last day that was meant: one that was put off is asked for anew.</summary>
    public DateOnly EndsOn { get; private set; }

    public DateTime At { get; private set; }
}
