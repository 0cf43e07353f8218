namespace Community.Questions.Promise;

/// <summary>A need makes the ladder shorter, never longer, and leaves what is promised as it is: nobody can hold a space to more by a date.</summary>
public sealed partial class QuestionClock
{
    /// <summary>Between the rounds, and between the stewards' hearing of it and the need, so much working time is left at least.</summary>
    const int LeastMinutes = 15;

    /// <summary>Until when an answer is needed: the last moment of work on that day, or before it.</summary>
    public DateTime? NeededAt { get; private set; }

    /// <summary>When the stewards hear of it because of the need; null where the promise comes first.</summary>
    public DateTime? HurriedAt { get; private set; }

    /// <summary>Working time after which the next two are asked because of the need.</summary>
    public int? HurriedMinutes { get; private set; }

    /// <summary>When the stewards hear of it, should nobody have answered: before the promise breaks, and before it is too late.</summary>
    public DateTime TellStewardsAt => HurriedAt is { } at && at < EscalateAt ? at : EscalateAt;

    /// <summary>Working time after which the next two are asked, in minutes.</summary>
    public int RoundOf(PromiseTerms terms) => Math.Min(terms.RoundMinutes, HurriedMinutes ?? terms.RoundMinutes);

    /// <summary>The steps that are left are shortened in the proportion in which the time that is left is; where no work is done until the need, the stewards hear of it at once.</summary>
    /// <param name="saidAt">When the need was said.</param>
    /// <param name="terms">As of today.</param>
    public void Hasten(DateTime neededAt, DateTime saidAt, PromiseTerms terms, WorkingCalendar calendar)
    {
        Slow();
        NeededAt = neededAt;
        if (neededAt >= DueAt) return;

        var from = saidAt > StartedAt ? saidAt : StartedAt;
        var (left, promised) = (calendar.Between(from, neededAt), calendar.Between(from, DueAt));
        var share = promised > TimeSpan.Zero ? left / promised : 0;
        var latest = left - TimeSpan.FromMinutes(LeastMinutes);
        var climbed = calendar.Between(from, EscalateAt) * share;
        if (climbed > latest) climbed = latest;
        HurriedAt = climbed > TimeSpan.Zero ? calendar.Add(from, climbed) : from;
        HurriedMinutes = Math.Max(LeastMinutes, (int)(terms.RoundMinutes * share));
        Hurry(from);
    }

    /// <summary>There is no need any more: only the promise counts.</summary>
    public void Slow() => (NeededAt, HurriedAt, HurriedMinutes) = (null, null, null);
}
