using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Somebody who was invited takes the account: name and password.</summary>
public sealed class UseInvitation(CommunityStore store, Passwords passwords, ReadLink links, TimeProvider clock)
{
    /// <returns>The person.</returns>
    /// <exception cref="RefusedException">The link does not work, or a field cannot be taken.</exception>
    public async Task<long> Run(string secret, string name, string? password, CancellationToken stop = default)
    {
        var open = await links.Demand(secret, LinkPurpose.Invitation, stop);
        PasswordRules.Demand(password, name, open.Email, await store.InstitutionName(stop));
        var hash = await passwords.Hash(password!, stop);

        return await store.Write(async db =>
        {
            var link = await db.TakeLink(secret, LinkPurpose.Invitation, clock.Now(), stop);
            var person = await db.People.SingleAsync(p => p.Id == link.PersonId, stop);
            var account = await db.Accounts.SingleAsync(a => a.PersonId == link.PersonId, stop);
            person.Describe(name, person.Position, person.AskMeAbout, person.Id, clock.Now());
            account.TakePassword(hash);
            account.EmailConfirmed |= link.Email == account.Email;
            await db.SaveChangesAsync(stop);
            return person.Id;
        }, stop);
    }
}
