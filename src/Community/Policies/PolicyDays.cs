using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Policies;

/// <summary>A version holds from a day of the institution's on.</summary>
public static class PolicyDays
{
    /// <param name="zone">IANA; null or unknown for UTC.</param>
    public static DateOnly Of(DateTime now, string? zone) =>
        DateOnly.FromDateTime(zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTimeFromUtc(now, found) : now);

    internal static async Task<DateOnly> PolicyDay(this CommunityContext db, DateTime now, CancellationToken stop) =>
        Of(now, await db.Institutions.Select(i => i.Zone).FirstOrDefaultAsync(stop));
}
