using Community.People;
using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Guests;

/// <summary>A guest's access ends now: whoever answers for them says so, a steward who is asked in the sponsor's place, or an administrator. What they wrote stays.</summary>
public sealed class EndGuest(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not for this person, no such guest, or it has ended already.</exception>
    public Task Run(long actorId, long guestId, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var now = clock.Now();
        var guest = await db.GuestToChange(guestId, stop);
        var sponsorship = await db.SponsorshipOf(guestId, stop);
        if (sponsorship is not { EndedAt: null, AloneAt: not null } || !await db.StewardsOfGuest(guestId).AnyAsync(p => p.Id == actorId, stop)) await db.DemandSponsor(sponsorship, actorId, stop);
        if (guest.ClosedAt is not null) throw new RefusedException(Refusal.Conflict, "This guest's access has ended already.");

        await db.EndSponsorshipOf(guest, SponsorshipEnd.Ended, reason, actorId, now, stop);
        await db.CloseAccount(guest, actorId, now, stop);
        await db.SaveChangesAsync(stop);
    }, stop);
}
