using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Makes a personal API token.</summary>
public sealed class MakeToken(CommunityStore store, TimeProvider clock)
{
    /// <summary>Of one person at a time.</summary>
    public const int MostAtOnce = 50;

    /// <returns>The secret: nobody can be shown it again.</returns>
    /// <exception cref="RefusedException">The account is closed, has too many tokens, or the name cannot be taken.</exception>
    public Task<string> Run(long personId, string name, CancellationToken stop = default) => store.Write(async db =>
    {
        var (people, accounts) = (db.PeopleWithAccess(), db.Accounts);
        await db.LockRow("People", "Id", personId, stop);
        if (!await people.AnyAsync(p => p.Id == personId && accounts.Any(a => a.PersonId == p.Id), stop))
            throw new RefusedException(Refusal.Conflict, "Only an open account has tokens.");
        if (await db.ApiTokens.CountAsync(t => t.PersonId == personId && t.EndedAt == null, stop) >= MostAtOnce)
            throw new RefusedException(Refusal.Conflict, "There are {0} tokens already. Revoke one that nothing uses any more.", MostAtOnce) { Field = "TokenName" };

        var secret = Secret.New();
        db.ApiTokens.Add(new ApiToken(personId, name, secret, clock.Now()));
        await db.SaveChangesAsync(stop);
        return secret;
    }, stop);
}
