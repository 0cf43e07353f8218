using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>A new password by a one-time link, also the first one of somebody who was invited. All sessions end.</summary>
public sealed class UseReset(CommunityStore store, Passwords passwords, ReadLink links, TimeProvider clock)
{
    /// <returns>The person.</returns>
    /// <exception cref="RefusedException">The link does not work, or the password cannot be taken.</exception>
    public async Task<long> Run(string secret, string? password, CancellationToken stop = default)
    {
        var open = await links.Demand(secret, LinkPurpose.ResetPassword, stop);
        PasswordRules.Demand(password, open.Name, open.Email, await store.InstitutionName(stop));
        var hash = await passwords.Hash(password!, stop);

        return await store.Write(async db =>
        {
            var link = await db.TakeLink(secret, LinkPurpose.ResetPassword, clock.Now(), stop);
            await db.HoldPerson(link.PersonId!.Value, stop);
            var account = await db.Accounts.SingleAsync(a => a.PersonId == link.PersonId, stop);
            account.TakePassword(hash);
            await db.EndSessionsOf(account.PersonId, null, clock.Now(), stop);
            await db.SaveChangesAsync(stop);
            return account.PersonId;
        }, stop);
    }
}
