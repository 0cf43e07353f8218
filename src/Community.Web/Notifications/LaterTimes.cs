using System.Globalization;
using Community.Web.Frame;

namespace Community.Web.Notifications;

/// <summary>The times to which somebody puts something off, on the reader's own clock.</summary>
public sealed class LaterTimes(FramePage frame, TimeProvider clock)
{
    /// <summary>When a working day begins.</summary>
    static readonly TimeOnly Morning = new(8, 0);

    /// <param name="word">morning, monday, or a local time: 2026-12-04T15:30.</param>
    /// <exception cref="RefusedException">It is no time.</exception>
    public async Task<DateTime> Of(string? word)
    {
        var zone = (await frame.Load()).Zone;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.Now(), zone));
        return word switch
        {
            "morning" => LocalTime.ToUtc(today.AddDays(1).ToDateTime(Morning), zone),
            "monday" => LocalTime.ToUtc(today.AddDays(((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7 + 1).ToDateTime(Morning), zone),
            _ when DateTime.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) && typed.Kind == DateTimeKind.Unspecified => LocalTime.ToUtc(typed, zone),
            _ => throw new RefusedException(Refusal.Invalid, "Choose a time that is still to come, within a year.") { Field = "Until" },
        };
    }
}
