using Community.Governance;
using Community.People;
using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Guests;

/// <summary>A guest stays longer, or comes back: whoever answers for them, or an administrator, says until when.</summary>
public sealed class RenewGuest(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not the sponsor, no such guest, a space into which this person invites nobody any more, an account that was closed by an administrator, or as of <see cref="Sponsorship"/>.</exception>
    public Task Run(long actorId, long guestId, DateTime until, string? why, CancellationToken stop = default) => store.Write(async db =>
    {
        var now = clock.Now();
        var guest = await db.GuestToChange(guestId, stop);
        var before = await db.SponsorshipOf(guestId, stop);
        await db.DemandSponsor(before, actorId, stop);
        await DemandInviter(db, actorId, guestId, stop);
        if (guest.ClosedAt is not null && !await db.Accounts.AnyAsync(a => a.PersonId == guestId, stop)) throw new RefusedException(Refusal.Conflict, "This guest has left, and there is no account any more. Invite them anew.");
        if (guest.ClosedAt is not null && before is null or { WasClosedByOthers: true }) await DemandOpener(db, actorId, stop);

        // An administrator who renews leaves the guest with the sponsor, where there still is one.
        var sponsorId = before is { AloneAt: null } && await db.IsStaff(before.SponsorId, stop) ? before.SponsorId : actorId;
        db.Sponsor(guest, before, SponsorshipEnd.Renewed, sponsorId, until, why, actorId, now);
        await db.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Who lost a space, or may not invite into it any more, does not keep others in it.</summary>
    static async Task DemandInviter(CommunityContext db, long actorId, long guestId, CancellationToken stop)
    {
        var viewer = await db.Viewer(actorId, stop);
        if (viewer.IsAdministrator) return;

        var memberships = db.Memberships;
        var spaces = await db.Spaces.Where(s => memberships.Any(m => m.SpaceId == s.Id && m.PersonId == guestId)).OrderBy(s => s.Id).ToListAsync(stop);
        if (spaces.Find(s => !viewer.May(Act.InviteGuest, s.Id)) is { } closed) throw new RefusedException(Refusal.Forbidden, "You do not invite guests into {0} any more. Ask an administrator to say until when.", closed.Name);
    }

    static async Task DemandOpener(CommunityContext db, long actorId, CancellationToken stop)
    {
        try
        {
            await db.DemandAdministrator(actorId, stop);
        }
        catch (RefusedException)
        {
            throw new RefusedException(Refusal.Forbidden, "This account was not closed by you. Ask an administrator to open it again.");
        }
    }
}
