using Community.Governance;
using Community.People;
using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Spaces.Guests;

/// <summary>A member of staff invites somebody from outside into spaces, until a day, and answers for them.</summary>
public sealed class InviteGuest(CommunityStore store, TimeProvider clock)
{
    public const int MostSpaces = 20;

    /// <param name="slugs">The spaces, which the guest sees and nothing else but what is public.</param>
    /// <param name="until">The first moment without access.</param>
    /// <param name="deliver">Sends the link; null where whoever invites carries it.</param>
    /// <exception cref="RefusedException">Not staff; no such space, or not one into which this person may invite; the address is taken; or as of <see cref="Sponsorship"/>.</exception>
    public Task<AddedPerson> Run(long actorId, string name, string email, IReadOnlyCollection<string> slugs, DateTime until, string? why, Deliver? deliver = null, CancellationToken stop = default)
    {
        var address = EmailAddress.Of(email);
        return store.Write(async db =>
        {
            var now = clock.Now();
            var spaces = await SpacesFor(db, await db.Viewer(actorId, stop), slugs, stop);
            Sponsorship.Demand(until, now);
            await db.DemandFree(address, stop);

            var guest = db.People.Add(new Person(name, Role.Guest, now)).Entity;
            await db.SaveChangesAsync(stop);
            db.Accounts.Add(Account.For(guest, address));
            foreach (var space in spaces) db.Memberships.Add(new Membership(space.Id, guest.Id, false, actorId, now));
            db.Sponsor(guest, null, SponsorshipEnd.Renewed, actorId, until, why, actorId, now);

            var link = await db.NewLink(LinkPurpose.Invitation, guest.Id, deliver is null ? null : address, now, stop);
            deliver?.Invoke(db, address, guest.Name, link);
            await db.SaveChangesAsync(stop);
            return new AddedPerson(guest.Id, link);
        }, stop);
    }

    static async Task<List<Space>> SpacesFor(CommunityContext db, Viewer viewer, IReadOnlyCollection<string> slugs, CancellationToken stop)
    {
        if (!viewer.IsStaff) throw new RefusedException(Refusal.Forbidden, "Staff invite guests. Ask somebody who works here.");

        var wanted = slugs.Distinct(StringComparer.Ordinal).ToList();
        if (wanted.Count is 0 or > MostSpaces) throw new RefusedException(Refusal.Invalid, "Choose the spaces that the guest is to see: one at least, at most {0}.", MostSpaces) { Field = "Spaces" };

        var spaces = await db.Spaces.VisibleTo(viewer).Where(s => wanted.Contains(s.Slug)).OrderBy(s => s.Id).ToListAsync(stop);
        if (spaces.Count < wanted.Count) throw new RefusedException(Refusal.Invalid, "There is no such space, or it is not for you.") { Field = "Spaces" };
        if (spaces.Find(s => s.Tier == Tier.Institution) is not null) throw new RefusedException(Refusal.Invalid, "This space is for staff. Guests come into spaces of the tiers Unit, Partners and Public.") { Field = "Spaces" };
        if (spaces.Find(s => !viewer.May(Act.InviteGuest, s.Id)) is { } closed) throw new RefusedException(Refusal.Forbidden, "You do not invite guests into {0}. Ask its stewards.", closed.Name) { Field = "Spaces" };

        return spaces;
    }
}
