using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People.Guests;

/// <summary>Tells who answers for a guest that the time is over soon: once a sponsorship.</summary>
public sealed class RemindSponsors(CommunityStore store, TimeProvider clock) : ISweep
{
    const int AtOnce = 100;

    /// <returns>How many.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        var now = clock.Now();
        var soon = now + Sponsorship.Reminder;
        if (!await store.Read(db => db.Sponsorships.AnyAsync(s => s.EndedAt == null && s.RemindedAt == null && s.AloneAt == null && s.Until > now && s.Until <= soon, stop))) return 0;

        return await store.Write(async db =>
        {
            await db.LockName(nameof(RemindSponsors), stop);
            var ending = await db.Sponsorships.Where(s => s.EndedAt == null && s.RemindedAt == null && s.AloneAt == null && s.Until > now && s.Until <= soon).OrderBy(s => s.Id).Take(AtOnce).ToListAsync(stop);
            ending.ForEach(sponsorship => sponsorship.Remind(now));
            await db.SaveChangesAsync(stop);
            return ending.Count;
        }, stop);
    }
}
