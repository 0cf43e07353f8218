using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People.Guests;

/// <summary>Closes the accounts of guests whose time is over: sessions, links and tokens end with them. They have had no access since that moment anyway; what is closed is also in no list of who can be named.</summary>
public sealed class EndGuestsInTime(CommunityStore store, TimeProvider clock) : ISweep
{
    const int AtOnce = 50;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <returns>How many.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        // Whoever has nothing to do takes no lane.
        var now = clock.Now();
        var over = await store.Read(db =>
        {
            var people = db.People;
            return db.Sponsorships.Where(s => s.EndedAt == null && people.Any(p => p.Id == s.PersonId && p.AccessUntil <= now)).OrderBy(s => s.PersonId).Select(s => s.PersonId).Take(AtOnce).ToListAsync(stop);
        });
        foreach (var guestId in over) await End(guestId, now, stop);
        return over.Count;
    }

    Task End(long guestId, DateTime now, CancellationToken stop) => store.Write(async db =>
    {
        var guest = await db.PersonToChange(guestId, stop);
        // Somebody may have renewed it meanwhile.
        if (guest.AccessUntil is null || guest.AccessUntil > now || await db.Sponsorships.FirstOrDefaultAsync(s => s.PersonId == guestId && s.EndedAt == null, stop) is not { } sponsorship) return;

        sponsorship.Finish(sponsorship.EndsAt < sponsorship.Until ? SponsorshipEnd.Alone : SponsorshipEnd.Expired, "", null, now);
        await db.CloseAccount(guest, null, now, stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
