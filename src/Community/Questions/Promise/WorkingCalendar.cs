namespace Community.Questions.Promise;

/// <summary>
/// Counts working time. Spans are local, and counted as the time that really passes in them: on the night in which clocks change, a span over that hour is an hour shorter or longer.
/// A time that the change leaves out begins where clocks go on; of one that comes twice a span begins with the first and ends with the second.
/// </summary>
public sealed class WorkingCalendar(TimeZoneInfo zone, WorkingWeek week, IReadOnlySet<DateOnly> holidays)
{
    /// <summary>Nobody looks further ahead: three years.</summary>
    const int MostDays = 1_096;
    const int DaysAYear = 366;

    public bool IsWorking(DateTime at) => Spans(at).First() is var (from, until) && from <= at && at < until;

    /// <summary>The time itself while work is done, else when it goes on.</summary>
    public DateTime NextWorking(DateTime at) => Spans(at).First() is var (from, _) && from > at ? from : at;

    /// <summary>When so much working time will have passed.</summary>
    public DateTime Add(DateTime at, TimeSpan working)
    {
        var left = working;
        foreach (var (from, until) in Spans(at))
        {
            var begins = from > at ? from : at;
            if (left <= until - begins) return begins + left;
            left -= until - begins;
        }

        return at.AddDays(MostDays);
    }

    /// <summary>How much working time lies between two times; none where the second comes first.</summary>
    public TimeSpan Between(DateTime from, DateTime until)
    {
        var sum = TimeSpan.Zero;
        foreach (var (begins, ends) in Spans(from).TakeWhile(span => span.From < until))
            sum += (ends < until ? ends : until) - (begins > from ? begins : from);
        return sum;
    }

    /// <summary>The last moment at which work is done on a day, or else on the days before it; null where there is none within a year.</summary>
    public DateTime? EndOfWork(DateOnly day)
    {
        for (var back = 0; back <= DaysAYear; back++, day = day.AddDays(-1))
            if (week.Days[(int)day.DayOfWeek] is { } span && !holidays.Contains(day)) return Utc(day, span.Until, isEnd: true);

        return null;
    }

    /// <summary>Which day it is there.</summary>
    public DateOnly DayOf(DateTime at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone));

    /// <summary>All that end after the time, in order; at the end, where a calendar has no more, one that is never reached.</summary>
    IEnumerable<(DateTime From, DateTime Until)> Spans(DateTime after)
    {
        var day = DayOf(after).AddDays(-1);
        for (var i = 0; i <= MostDays; i++, day = day.AddDays(1))
        {
            if (week.Days[(int)day.DayOfWeek] is not { } span || holidays.Contains(day)) continue;

            var (from, until) = (Utc(day, span.From, isEnd: false), Utc(day, span.Until, isEnd: true));
            if (until > after && until > from) yield return (from, until);
        }

        yield return (after.AddDays(MostDays), after.AddDays(MostDays + 1));
    }

    DateTime Utc(DateOnly day, int minutes, bool isEnd)
    {
        var local = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes);
        if (!zone.IsAmbiguousTime(local)) return LocalTime.ToUtc(local, zone);

        var offsets = zone.GetAmbiguousTimeOffsets(local);
        return DateTime.SpecifyKind(local - (isEnd ? offsets.Min() : offsets.Max()), DateTimeKind.Utc);
    }
}
