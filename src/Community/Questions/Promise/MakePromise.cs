using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Questions.Promise;

/// <summary>Says what a space promises to those who ask, and on which days nobody is at work there.</summary>
public sealed class MakePromise(CommunityStore store, TimeProvider clock)
{
    /// <param name="holidays">The space's own, as <see cref="HolidayList"/> reads them.</param>
    /// <exception cref="RefusedException">Not a steward or administrator, or terms that cannot be kept.</exception>
    public Task Run(long personId, string slug, PromiseTerms terms, string? holidays, CancellationToken stop = default) => store.Write(async db =>
    {
        var space = await db.SpaceToChange(await db.Viewer(personId, stop), slug, Act.Charter, stop);
        var now = clock.Now();
        if (await db.SpacePromises.FindAsync([space.Id], stop) is { } promise) promise.Set(terms, personId, now);
        else db.SpacePromises.Add(new SpacePromise(space.Id, terms, personId, now));

        await db.Replace(space.Id, HolidayList.Parse(holidays), stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>Puts holidays in place of those there were.</summary>
static class HolidayReplacing
{
    extension(CommunityContext db)
    {
        public async Task Replace(long? spaceId, IReadOnlyList<(DateOnly Day, string Name)> days, CancellationToken stop)
        {
            var before = await db.Holidays.Where(h => h.SpaceId == spaceId).ToListAsync(stop);
            db.Holidays.RemoveRange(before.Where(old => !days.Contains((old.Day, old.Name))));
            db.Holidays.AddRange(days.Where(day => before.TrueForAll(old => (old.Day, old.Name) != day)).Select(day => new Holiday(spaceId, day.Day, day.Name)));
        }
    }
}
