using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>What this area's verbs ask again and again.</summary>
static class Sessions
{
    extension(CommunityContext db)
    {
        /// <summary>Nobody signs in with it any more: sessions, links and tokens end with it.</summary>
        public async Task CloseAccount(Person person, long? actorId, DateTime now, CancellationToken stop)
        {
            person.Close(actorId, now);
            await db.EndSessionsOf(person.Id, null, now, stop);
            await db.EndLinksOf(person.Id, now, stop);
            await db.EndTokensOf(person.Id, now, stop);
        }

        /// <summary>Signs a person out everywhere, but not where <paramref name="keep"/> says.</summary>
        public async Task EndSessionsOf(long personId, Guid? keep, DateTime now, CancellationToken stop)
        {
            await db.HoldPerson(personId, stop);
            foreach (var session in await db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null && s.Id != keep).ToListAsync(stop))
                session.End(now);
        }
    }

    extension(CommunityStore store)
    {
        public Task<string?> InstitutionName(CancellationToken stop) => store.Read(db => db.Institutions.Select(i => i.Name).FirstOrDefaultAsync(stop));
    }

    extension(ReadLink links)
    {
        /// <exception cref="RefusedException">It does not work for this purpose.</exception>
        public async Task<OpenLink> Demand(string secret, LinkPurpose purpose, CancellationToken stop) =>
            await links.Run(secret, stop) is { } open && open.Purpose == purpose
                ? open
                : throw new RefusedException(Refusal.Conflict, "This link was used already, or its time is over. Ask for a new one.");
    }
}
