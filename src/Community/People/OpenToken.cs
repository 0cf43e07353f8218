using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>A token that works now.</summary>
public sealed record OpenToken(long Id, long PersonId, bool WasSeenLately);

/// <summary>The gate for tokens.</summary>
public static class OpenTokens
{
    extension(CommunityContext db)
    {
        /// <summary>Tokens that work: not revoked, of people whose account is open.</summary>
        public IQueryable<ApiToken> WorkingTokens()
        {
            var people = db.PeopleWithAccess();
            return db.ApiTokens.Where(t => t.EndedAt == null && people.Any(p => p.Id == t.PersonId));
        }

        /// <returns>Null for what was never made, was revoked, or belongs to a closed account.</returns>
        public async Task<OpenToken?> TokenOf(string secret, DateTime now, CancellationToken stop)
        {
            var hash = Secret.HashOf(secret);
            return await db.WorkingTokens().AsNoTracking().FirstOrDefaultAsync(t => t.SecretHash == hash, stop) is { } token
                ? new OpenToken(token.Id, token.PersonId, token.WasSeenLately(now))
                : null;
        }

        internal async Task EndTokensOf(long personId, DateTime now, CancellationToken stop)
        {
            foreach (var token in await db.ApiTokens.Where(t => t.PersonId == personId && t.EndedAt == null).ToListAsync(stop)) token.End(now);
        }
    }
}
