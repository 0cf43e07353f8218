using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>An imported person becomes somebody who signs in.</summary>
public sealed class UseHandOver(CommunityStore store, Passwords passwords, ReadLink links, TimeProvider clock)
{
    /// <returns>The person.</returns>
    /// <exception cref="RefusedException">The link does not work, the address is taken, or a field cannot be taken.</exception>
    public async Task<long> Run(string secret, string name, string email, string? password, CancellationToken stop = default)
    {
        var open = await links.Demand(secret, LinkPurpose.HandOver, stop);
        var address = EmailAddress.Of(email);
        PasswordRules.Demand(password, name, open.Name, address, await store.InstitutionName(stop));
        var hash = await passwords.Hash(password!, stop);

        return await store.Write(async db =>
        {
            var link = await db.TakeLink(secret, LinkPurpose.HandOver, clock.Now(), stop);
            await db.DemandFree(address, stop);
            var person = await db.People.SingleAsync(p => p.Id == link.PersonId, stop);
            person.Describe(name, person.Position, person.AskMeAbout, person.Id, clock.Now());
            person.HandOver(person.Id, clock.Now());
            var account = Account.For(person, address);
            account.TakePassword(hash);
            account.EmailConfirmed = link.Email == address;
            db.Accounts.Add(account);
            await db.SaveChangesAsync(stop);
            return person.Id;
        }, stop);
    }
}
