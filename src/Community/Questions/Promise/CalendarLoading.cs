using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Promise;

/// <summary>Loads what a space counts its working time by.</summary>
public static class CalendarLoading
{
    extension(CommunityContext db)
    {
        /// <summary>The calendar of a space's promise, or of one with the default hours where it promises nothing.</summary>
        public async Task<WorkingCalendar> CalendarOf(long spaceId, CancellationToken stop = default)
        {
            var promise = await db.SpacePromises.AsNoTracking().FirstOrDefaultAsync(p => p.SpaceId == spaceId, stop);
            var holidays = await db.Holidays.Where(h => h.SpaceId == null || h.SpaceId == spaceId).Select(h => h.Day).ToListAsync(stop);
            return new WorkingCalendar(promise?.Zone is { } zone ? Zone(zone) : await db.InstitutionZone(stop), promise?.Week ?? WorkingWeek.Default, holidays.ToHashSet());
        }

        /// <summary>Where the institution is; UTC before it is set up.</summary>
        public async Task<TimeZoneInfo> InstitutionZone(CancellationToken stop = default) => Zone(await db.Institutions.Select(i => i.Zone).FirstOrDefaultAsync(stop));
    }

    static TimeZoneInfo Zone(string? id) => id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
}
