using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Somebody who is signed in and knows the old password takes a new one. All other sessions end.</summary>
public sealed class ChangePassword(CommunityStore store, Passwords passwords, TimeProvider clock)
{
    /// <param name="keep">The session in which it is done.</param>
    /// <exception cref="RefusedException">The old one is wrong, or the new one cannot be taken.</exception>
    public async Task Run(long personId, Guid keep, string? old, string? password, CancellationToken stop = default)
    {
        var (account, name) = await store.Read(async db => (
            await db.Accounts.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == personId, stop),
            await db.People.Where(p => p.Id == personId).Select(p => p.Name).FirstOrDefaultAsync(stop)));
        if (!await passwords.Matches(account?.PasswordHash, old ?? "", stop))
            throw new RefusedException(Refusal.Invalid, "This is not your old password.") { Field = "Old" };
        PasswordRules.Demand(password, name, account!.Email, await store.InstitutionName(stop));
        var hash = await passwords.Hash(password!, stop);

        await store.Write(async db =>
        {
            await db.HoldPerson(personId, stop);
            var present = await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == personId && a.SecurityStamp == account.SecurityStamp, stop)
                ?? throw new RefusedException(Refusal.Conflict, "Meanwhile this account has changed. Sign in again.");
            present.TakePassword(hash);
            await db.EndSessionsOf(personId, keep, clock.Now(), stop);
            await db.SaveChangesAsync(stop);
        }, stop);
    }
}
