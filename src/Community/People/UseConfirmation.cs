using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Somebody who asked for an account and answered the mail makes it.</summary>
public sealed class UseConfirmation(CommunityStore store, Passwords passwords, ReadLink links, TimeProvider clock)
{
    /// <returns>The new person.</returns>
    /// <exception cref="RefusedException">The link does not work, sign-up was closed meanwhile, or a field cannot be taken.</exception>
    public async Task<long> Run(string secret, string name, string? password, CancellationToken stop = default)
    {
        var open = await links.Demand(secret, LinkPurpose.ConfirmAddress, stop);
        PasswordRules.Demand(password, name, open.Email, await store.InstitutionName(stop));
        var hash = await passwords.Hash(password!, stop);

        return await store.Write(async db =>
        {
            var link = await db.TakeLink(secret, LinkPurpose.ConfirmAddress, clock.Now(), stop);
            if (await db.Institutions.FirstOrDefaultAsync(stop) is not { } institution || !institution.Takes(link.Email!))
                throw new RefusedException(Refusal.Conflict, "Meanwhile sign-up was closed. Ask a colleague for an invitation.");
            await db.DemandFree(link.Email!, stop);

            var person = new Person(name, Role.Member, clock.Now());
            db.People.Add(person);
            await db.SaveChangesAsync(stop);
            var account = Account.For(person, link.Email!);
            account.TakePassword(hash);
            account.EmailConfirmed = true;
            db.Accounts.Add(account);
            await db.SaveChangesAsync(stop);
            return person.Id;
        }, stop);
    }
}
