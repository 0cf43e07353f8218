using System.Globalization;

namespace Community.Questions.Promise;

/// <summary>When work is done on each day of a week, in minutes from midnight, local time; at most one span a day.</summary>
/// <param name="Days">From Sunday to Saturday, as <see cref="DayOfWeek"/> counts; null where nobody works.</param>
public sealed record WorkingWeek(IReadOnlyList<WorkingSpan?> Days)
{
    const int DaysAWeek = 7;
    const int MinutesADay = 24 * 60;

    /// <summary>Monday to Friday, nine to five.</summary>
    public static WorkingWeek Default { get; } = new([null, NineToFive, NineToFive, NineToFive, NineToFive, NineToFive, null]);

    static WorkingSpan NineToFive => new(9 * 60, 17 * 60);

    /// <summary>As it is stored: seven spans with commas between them, such as <c>540-1020</c>; empty for a day off.</summary>
    public static WorkingWeek Parse(string stored) => new([.. stored.Split(',').Select(day => day.Split('-') is [var from, var until]
        ? new WorkingSpan(int.Parse(from, CultureInfo.InvariantCulture), int.Parse(until, CultureInfo.InvariantCulture)) : null)]);

    public override string ToString() => string.Join(',', Days.Select(day => day is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{day.From}-{day.Until}")));

    /// <exception cref="RefusedException">No day at all, or a span that ends before it begins.</exception>
    public void Demand()
    {
        if (Days.Count != DaysAWeek || Days.All(day => day is null)) throw new RefusedException(Refusal.Invalid, "Say for at least one day of the week when somebody is at work.") { Field = "Week" };
        if (Days.Any(day => day is not null && (day.From < 0 || day.Until > MinutesADay || day.From >= day.Until)))
            throw new RefusedException(Refusal.Invalid, "A working day ends later than it begins, for example from 09:00 to 17:00.") { Field = "Week" };
    }
}

/// <summary>From when until when, in minutes from midnight; 1440 is the end of the day.</summary>
public sealed record WorkingSpan(int From, int Until);
