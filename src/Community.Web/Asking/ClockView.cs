using Community.Questions.Promise;

namespace Community.Web.Asking;

/// <summary>A question's clock as one reader sees it.</summary>
/// <param name="Minutes">Working time that was promised.</param>
/// <param name="Spent">Working time until the first useful answer, or until now.</param>
/// <param name="Hours">A mark for each working hour, by day; empty where there are too many to show.</param>
public sealed record ClockView(DateTime DueAt, DateTime? AnsweredAt, DateTime? EndedAt, DateTime? EscalatedAt, int Minutes, TimeSpan Spent, bool IsLate, IReadOnlyList<ClockDay> Hours)
{
    const int MostHours = 16;

    public static ClockView Of(QuestionClock running, int minutes, WorkingCalendar calendar, TimeZoneInfo zone, DateTime now)
    {
        var until = running.AnsweredAt ?? running.EndedAt ?? now;
        return new ClockView(running.DueAt, running.AnsweredAt, running.EndedAt, running.EscalatedAt, minutes, calendar.Between(running.StartedAt, until), until > running.DueAt, Marks(running, minutes, calendar, zone, until));
    }

    static List<ClockDay> Marks(QuestionClock running, int minutes, WorkingCalendar calendar, TimeZoneInfo zone, DateTime until)
    {
        var hours = (minutes + 59) / 60;
        if (hours > MostHours) return [];

        var marks = new List<(DateOnly Day, string Word)>();
        for (var hour = 0; hour < hours; hour++)
        {
            var begins = calendar.NextWorking(calendar.Add(running.StartedAt, TimeSpan.FromHours(hour)));
            var ends = calendar.Add(running.StartedAt, TimeSpan.FromMinutes(Math.Min(minutes, 60 * (hour + 1))));
            var word = running.AnsweredAt is { } answered && answered <= ends && answered >= begins ? "kept" : begins < until ? hour == hours - 1 && until > running.DueAt ? "late" : "spent" : "";
            marks.Add((DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(begins, zone)), word));
        }

        return [.. marks.GroupBy(mark => mark.Day).Select(day => new ClockDay(day.Key, [.. day.Select(mark => mark.Word)]))];
    }
}

/// <summary>The working hours of one day: <c>spent</c>, <c>kept</c>, <c>late</c> or nothing yet.</summary>
public sealed record ClockDay(DateOnly Day, IReadOnlyList<string> Marks);
