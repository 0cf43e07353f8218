using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People.Guests;

/// <summary>What verbs of guests share. Whoever calls it holds the guest.</summary>
static class Sponsoring
{
    extension(CommunityContext db)
    {
        /// <summary>The one that runs, or else the last; null for a guest for whom administrators answer.</summary>
        public Task<Sponsorship?> SponsorshipOf(long guestId, CancellationToken stop) =>
            db.Sponsorships.Where(s => s.PersonId == guestId).OrderBy(s => s.EndedAt != null).ThenByDescending(s => s.Id).FirstOrDefaultAsync(stop);

        /// <exception cref="RefusedException">There is no such guest.</exception>
        public async Task<Person> GuestToChange(long guestId, CancellationToken stop)
        {
            var person = await db.PersonToChange(guestId, stop);
            return person.Role == Role.Guest ? person : throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }

        /// <summary>The sponsor of a guest, or an administrator.</summary>
        /// <exception cref="RefusedException">Somebody else; to them the page is not there.</exception>
        public async Task DemandSponsor(Sponsorship? sponsorship, long actorId, CancellationToken stop)
        {
            if (sponsorship?.SponsorId == actorId && await db.IsStaff(actorId, stop)) return;

            await db.DemandAdministrator(actorId, stop);
        }

        public async Task<bool> IsStaff(long personId, CancellationToken stop) =>
            await db.People.AnyAsync(p => p.Id == personId && p.ClosedAt == null && !p.IsImported && !p.IsMask && p.Role != Role.Guest, stop);

        /// <summary>A new row, in place of the one that runs, if there is one; the account is open until its end.</summary>
        public Sponsorship Sponsor(Person guest, Sponsorship? before, SponsorshipEnd how, long sponsorId, DateTime until, string? why, long actorId, DateTime now)
        {
            var sponsorship = db.Sponsorships.Add(new Sponsorship(guest.Id, sponsorId, until, why, actorId, now)).Entity;
            if (before is { EndedAt: null }) before.Finish(how, "", actorId, now);
            guest.HaveAccess(until, actorId, now);
            guest.Reopen(actorId, now);
            return sponsorship;
        }

        /// <summary>Ends the one that runs, if there is one. The account is closed by whoever calls it, if it is.</summary>
        public async Task EndSponsorshipOf(Person guest, SponsorshipEnd how, string? reason, long? actorId, DateTime now, CancellationToken stop)
        {
            if (await db.Sponsorships.FirstOrDefaultAsync(s => s.PersonId == guest.Id && s.EndedAt == null, stop) is not { } sponsorship) return;

            sponsorship.Finish(how, reason, actorId, now);
            if (guest.AccessUntil > now) guest.HaveAccess(now, actorId, now);
        }

        /// <summary>Somebody is not here any more, or not staff: their guests have some days left, in which others may take them over.</summary>
        public async Task LeaveGuestsOf(long sponsorId, long? actorId, DateTime now, CancellationToken stop)
        {
            foreach (var sponsorship in await db.Sponsorships.Where(s => s.SponsorId == sponsorId && s.EndedAt == null && s.AloneAt == null).OrderBy(s => s.PersonId).ToListAsync(stop))
            {
                var guest = await db.PersonToChange(sponsorship.PersonId, stop);
                sponsorship.BeAlone(now);
                guest.HaveAccess(sponsorship.EndsAt, actorId, now);
            }
        }
    }
}
