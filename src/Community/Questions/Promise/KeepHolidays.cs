using Community.People;
using Community.Store;

namespace Community.Questions.Promise;

/// <summary>Says on which days nobody is at work in the whole institution.</summary>
public sealed class KeepHolidays(CommunityStore store)
{
    /// <param name="holidays">As <see cref="HolidayList"/> reads them; they take the place of those there were.</param>
    /// <exception cref="RefusedException">Not an administrator, or a line that cannot be read.</exception>
    public Task Run(long personId, string? holidays, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(personId, stop);
        await db.LockName(nameof(KeepHolidays), stop);
        await db.Replace(null, HolidayList.Parse(holidays), stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
