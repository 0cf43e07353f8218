using System.Globalization;

namespace Community.Search;

/// <summary>
/// Reads what stands after <c>before:</c> and <c>after:</c>: a year, a month, a day, <c>today</c>, <c>yesterday</c>, or how long ago, such as <c>3 months</c>, <c>2w</c>. Times are UTC.
/// </summary>
static class QueryTime
{
    static readonly string[] Forms = ["yyyy-M-d", "yyyy-M", "yyyy", "d.M.yyyy", "yyyy/M/d"];

    /// <returns>The beginning of what was named; null where the text names no time.</returns>
    public static DateTime? Of(string typed, DateTime now)
    {
        var text = typed.Trim().ToLowerInvariant();
        if (text == "today") return now.Date;
        if (text == "yesterday") return now.Date.AddDays(-1);
        if (DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day) && day.Year > 1) return day;

        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 5 && IsUnit(text[digits..].Trim()) ? Ago(now.Date, int.Parse(text[..digits], CultureInfo.InvariantCulture), text[digits..].Trim()[0]) : null;
    }

    /// <summary>Whether the word is one of time: then it may stand a space after its number.</summary>
    public static bool IsUnit(string word) => word.ToLowerInvariant() is "d" or "day" or "days" or "w" or "week" or "weeks" or "m" or "month" or "months" or "y" or "year" or "years";

    static DateTime Ago(DateTime today, int count, char unit)
    {
        var days = unit switch { 'd' => count, 'w' => count * 7, 'm' => count * 31, _ => count * 366 };
        if (days >= (today - DateTime.MinValue).TotalDays) return DateTime.MinValue;

        return unit switch { 'd' => today.AddDays(-count), 'w' => today.AddDays(-7 * count), 'm' => today.AddMonths(-count), _ => today.AddYears(-count) };
    }
}
