using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>How this area's verbs make and open one-time links.</summary>
static class Links
{
    extension(CommunityContext db)
    {
        /// <summary>Adds a link; what was made before for the same purpose works no more.</summary>
        public async Task<MadeLink> NewLink(LinkPurpose purpose, long? personId, string? email, DateTime now, CancellationToken stop)
        {
            if (personId is not null) await db.HoldPerson(personId.Value, stop);
            var older = await db.OneTimeLinks.Where(l => l.Purpose == purpose && l.UsedAt == null && (personId != null ? l.PersonId == personId : l.PersonId == null && l.Email == email)).ToListAsync(stop);
            foreach (var link in older) link.Use(now);

            var secret = Secret.New();
            var expiresAt = now + (purpose == LinkPurpose.ResetPassword ? TimeSpan.FromDays(1) : TimeSpan.FromDays(7));
            db.OneTimeLinks.Add(new OneTimeLink(Secret.HashOf(secret), purpose, personId, email, now, expiresAt));
            return new MadeLink($"{await db.PublicAddress(stop)}/link/{secret}", expiresAt);
        }

        /// <summary>Takes the link for good, in the verb's transaction.</summary>
        /// <exception cref="RefusedException">Used, run out, or never made.</exception>
        public async Task<OneTimeLink> TakeLink(string secret, LinkPurpose purpose, DateTime now, CancellationToken stop)
        {
            var hash = Secret.HashOf(secret);
            await db.LockRow("OneTimeLinks", "SecretHash", hash, stop);
            var link = await db.OneTimeLinks.FirstOrDefaultAsync(l => l.SecretHash == hash && l.Purpose == purpose, stop);
            if (link is null || !link.IsOpen(now))
                throw new RefusedException(Refusal.Conflict, "This link was used already, or its time is over. Ask for a new one.");

            link.Use(now);
            return link;
        }

        public async Task EndLinksOf(long personId, DateTime now, CancellationToken stop)
        {
            foreach (var link in await db.OneTimeLinks.Where(l => l.PersonId == personId && l.UsedAt == null).ToListAsync(stop)) link.Use(now);
        }

        public Task<string?> PublicAddress(CancellationToken stop) => db.Institutions.Select(i => i.PublicAddress).FirstOrDefaultAsync(stop);

        /// <exception cref="RefusedException">Somebody has it.</exception>
        public async Task DemandFree(string email, CancellationToken stop)
        {
            var normal = EmailAddress.Normal(email);
            if (await db.Accounts.AnyAsync(a => a.NormalizedEmail == normal, stop))
                throw new RefusedException(Refusal.Conflict, "There is an account with this address already.") { Field = "Email" };
        }
    }
}
