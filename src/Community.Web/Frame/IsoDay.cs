using System.Globalization;

namespace Community.Web.Frame;

/// <summary>A day as forms have it: 2026-05-12.</summary>
public static class IsoDay
{
    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
