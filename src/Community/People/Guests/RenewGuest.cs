using Community.Store;

namespace Community.People.Guests;

/// <summary>A guest stays longer, or comes back: whoever answers for them, or an administrator, says until when.</summary>
public sealed class RenewGuest(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not the sponsor, no such guest, an account that was closed by an administrator, or as of <see cref="Sponsorship"/>.</exception>
    public Task Run(long actorId, long guestId, DateTime until, string? why, CancellationToken stop = default) => store.Write(async db =>
    {
        var now = clock.Now();
        var guest = await db.GuestToChange(guestId, stop);
        var before = await db.SponsorshipOf(guestId, stop);
        await db.DemandSponsor(before, actorId, stop);
        if (guest.ClosedAt is not null && before is null or { End: SponsorshipEnd.Closed }) await DemandOpener(db, actorId, stop);

        // An administrator who renews leaves the guest with the sponsor, where there still is one.
        var sponsorId = before is { AloneAt: null } && await db.IsStaff(before.SponsorId, stop) ? before.SponsorId : actorId;
        db.Sponsor(guest, before, SponsorshipEnd.Renewed, sponsorId, until, why, actorId, now);
        await db.SaveChangesAsync(stop);
    }, stop);

    static async Task DemandOpener(CommunityContext db, long actorId, CancellationToken stop)
    {
        try
        {
            await db.DemandAdministrator(actorId, stop);
        }
        catch (RefusedException)
        {
            throw new RefusedException(Refusal.Forbidden, "An administrator closed this account. Ask one to open it again.");
        }
    }
}
