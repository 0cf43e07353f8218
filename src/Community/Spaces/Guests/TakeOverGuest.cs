using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Guests;

/// <summary>Somebody else answers for a guest from now on: a steward of one of the guest's spaces, whose sponsor is not here any more, or an administrator at any time. The day of the end stays.</summary>
public sealed class TakeOverGuest(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not for this person; the guest has a sponsor; or the time is over.</exception>
    public Task Run(long actorId, long guestId, string? why = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var now = clock.Now();
        var guest = await db.GuestToChange(guestId, stop);
        var viewer = await db.Viewer(actorId, stop);
        if (!viewer.IsAdministrator && !await db.StewardsOfGuest(guestId).AnyAsync(p => p.Id == actorId, stop)) throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        viewer.DemandActive();
        if (await db.SponsorshipOf(guestId, stop) is not { EndedAt: null } before || before.EndsAt <= now) throw new RefusedException(Refusal.Conflict, "This guest's time is over. Renew it instead: an administrator can.");
        if (!viewer.IsAdministrator && before.AloneAt is null) throw new RefusedException(Refusal.Conflict, "Somebody answers for this guest already.");
        if (before.SponsorId == actorId && before.AloneAt is null) throw new RefusedException(Refusal.Conflict, "You answer for this guest already.");

        db.Sponsor(guest, before, SponsorshipEnd.TakenOver, actorId, before.Until, string.IsNullOrWhiteSpace(why) ? before.Why : why, actorId, now);
        await db.SaveChangesAsync(stop);
    }, stop);
}
