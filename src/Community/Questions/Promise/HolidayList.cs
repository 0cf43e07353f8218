using System.Globalization;

namespace Community.Questions.Promise;

/// <summary>Holidays as they are typed: one a line, a date and perhaps a name, such as <c>2026-12-25 Christmas Day</c>.</summary>
public static class HolidayList
{
    const string Form = "yyyy-MM-dd";

    /// <exception cref="RefusedException">A line that does not begin with a date.</exception>
    public static IReadOnlyList<(DateOnly Day, string Name)> Parse(string? typed)
    {
        var days = new Dictionary<DateOnly, string>();
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            if (!DateOnly.TryParseExact(parts[0], Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw new RefusedException(Refusal.Invalid, "A line of the holidays begins with a date, for example 2026-12-25 Christmas Day. This one does not: {0}", line) { Field = "Holidays" };
            days[day] = parts.Length > 1 ? parts[1] : "";
        }

        if (days.Count > Holiday.MostOfOne) throw new RefusedException(Refusal.Invalid, "These are more than {0} holidays. Leave out those of past years.", Holiday.MostOfOne) { Field = "Holidays" };
        return [.. days.OrderBy(day => day.Key).Select(day => (day.Key, day.Value))];
    }

    public static string Text(IEnumerable<Holiday> holidays) => string.Join('\n', holidays.OrderBy(one => one.Day).Select(one => $"{one.Day.ToString(Form, CultureInfo.InvariantCulture)} {one.Name}".TrimEnd()));
}
