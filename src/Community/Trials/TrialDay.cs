using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Trials;

/// <summary>Which day it is where the institution is: a trial ends there.</summary>
public static class TrialDay
{
    public static DateOnly Of(DateTime now, string? zone) =>
        DateOnly.FromDateTime(zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTimeFromUtc(now, found) : now);

    internal static async Task<DateOnly> Today(this CommunityContext db, DateTime now, CancellationToken stop) =>
        Of(now, await db.Institutions.Select(i => i.Zone).FirstOrDefaultAsync(stop));
}
