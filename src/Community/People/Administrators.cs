using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Who keeps the whole site, and that somebody does.</summary>
public static class Administrators
{
    extension(CommunityContext db)
    {
        /// <summary>Whether the site has been set up.</summary>
        public Task<bool> HasAdministrator(CancellationToken stop = default) =>
            db.People.AnyAsync(p => p.Role == Role.Administrator && p.ClosedAt == null, stop);

        /// <param name="actorId">Null for the program's own commands, which may.</param>
        /// <exception cref="RefusedException">Somebody else; to them the page is not there.</exception>
        internal async Task DemandAdministrator(long? actorId, CancellationToken stop)
        {
            if (actorId is not null && !await db.People.AnyAsync(p => p.Id == actorId && p.Role == Role.Administrator && p.ClosedAt == null, stop))
                throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }

        /// <exception cref="RefusedException">Without this person nobody could keep the site.</exception>
        internal async Task DemandAnotherAdministrator(long personId, CancellationToken stop)
        {
            // Two who take each other's role at once must not both find the other one left.
            await db.LockName(nameof(Administrators), stop);
            var accounts = db.Accounts;
            if (!await db.People.AnyAsync(p => p.Id != personId && p.Role == Role.Administrator && p.ClosedAt == null && accounts.Any(a => a.PersonId == p.Id && a.PasswordHash != null), stop))
                throw new RefusedException(Refusal.Conflict, "This is the only administrator who can sign in. Make somebody else one first.");
        }

        /// <summary>Until the transaction ends nobody else signs this person in or out, or changes the password.</summary>
        internal Task HoldPerson(long personId, CancellationToken stop) => db.LockRow("People", "Id", personId, stop);

        /// <exception cref="RefusedException">There is no such person.</exception>
        internal async Task<Person> PersonToChange(long personId, CancellationToken stop)
        {
            await db.HoldPerson(personId, stop);
            return await db.People.FirstOrDefaultAsync(p => p.Id == personId && !p.IsMask, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        }
    }
}
