using System.Globalization;

namespace Community.Web.Frame;

/// <summary>A day as forms have it: 2026-05-12.</summary>
public static class IsoDay
{
    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>Null where nothing was typed.</returns>
    /// <exception cref="RefusedException">It is no day.</exception>
    public static DateOnly? Parse(string? typed, string field) => string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RefusedException(Refusal.Invalid, "This is no day that can be read. Choose one, or type it like 2026-12-04.") { Field = field };
}
