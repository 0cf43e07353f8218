using System.Globalization;

namespace Community.Demonstration;

/// <summary>Times as the stories have them, counted back from the moment of filling: <c>212d@09:40</c> is twenty to ten 212 days ago, <c>5h</c> is five hours ago; after another moment, the same forward. What falls on a weekend waits for Monday, and nothing happens in the future.</summary>
sealed class Calendar(DateTime now)
{
    public DateTime Ago(string written) =>
        Parts(written) is var (span, hour) && hour is { } at ? Worked((now - span).Date + at) : AtMostNow(now - span);

    public DateTime After(DateTime before, string written)
    {
        var (span, hour) = Parts(written);
        if (hour is not { } at) return AtMostNow(before + span);

        var then = Worked((before + span).Date + at);
        return then > before ? then : AtMostNow(before + TimeSpan.FromMinutes(20));
    }

    public DateTime Soon(DateTime before, TimeSpan span) => AtMostNow(before + span);

    /// <summary>The day so many days ago; one to come below 0.</summary>
    public DateOnly Day(int ago) => DateOnly.FromDateTime(now).AddDays(-ago);

    DateTime Worked(DateTime at)
    {
        var days = at.DayOfWeek switch { DayOfWeek.Saturday => 2, DayOfWeek.Sunday => 1, _ => 0 };
        var monday = at.AddDays(days);
        return AtMostNow(monday < now ? monday : at);
    }

    DateTime AtMostNow(DateTime at) => at < now ? at : now;

    static (TimeSpan Span, TimeSpan? Hour) Parts(string written)
    {
        if (written.Split('@') is not [{ Length: > 1 } span, .. var rest] || !int.TryParse(span[..^1], CultureInfo.InvariantCulture, out var number))
            throw new FormatException($"{written} is not a time such as 212d@09:40, 5h or 20m.");

        TimeSpan? hour = rest is [var clock] ? TimeSpan.ParseExact(clock, @"hh\:mm", CultureInfo.InvariantCulture) : null;
        return (span[^1] switch { 'd' => TimeSpan.FromDays(number), 'h' => TimeSpan.FromHours(number), 'm' => TimeSpan.FromMinutes(number), _ => throw new FormatException($"{written} has no unit.") }, hour);
    }
}
