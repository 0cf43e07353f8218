using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Which day it is where the institution is: there a trial ends and a policy begins to hold.</summary>
public static class InstitutionDay
{
    /// <param name="zone">IANA; null or unknown for UTC.</param>
    public static DateOnly Of(DateTime now, string? zone) =>
        DateOnly.FromDateTime(zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTimeFromUtc(now, found) : now);

    internal static async Task<DateOnly> Today(this CommunityContext db, DateTime now, CancellationToken stop) =>
        Of(now, await db.Institutions.Select(i => i.Zone).FirstOrDefaultAsync(stop));
}
