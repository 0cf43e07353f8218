using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>An administrator makes a link that works once: to a new password, to a first one, or to an imported person.</summary>
public sealed class MakeLink(CommunityStore store, TimeProvider clock)
{
    /// <param name="email">Where a handed-over person's link goes; others go to the account's address.</param>
    /// <param name="deliver">Null where the administrator carries it.</param>
    /// <exception cref="RefusedException">Not an administrator, or the link does not fit the person's state.</exception>
    public Task<MadeLink> Run(long? actorId, long personId, LinkPurpose purpose, string? email = null, Deliver? deliver = null, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        var person = await db.PersonToChange(personId, stop);
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == personId, stop);
        Demand(person, account, purpose);

        var to = string.IsNullOrWhiteSpace(email) ? account?.Email : EmailAddress.Of(email);
        if (account is null && to is not null) await db.DemandFree(to, stop);
        var link = await db.NewLink(purpose, personId, deliver is null ? null : to, clock.Now(), stop);
        if (to is not null) deliver?.Invoke(db, to, person.Name, link);
        await db.SaveChangesAsync(stop);
        return link;
    }, stop);

    static void Demand(Person person, Account? account, LinkPurpose purpose)
    {
        if (person.ClosedAt is not null) throw new RefusedException(Refusal.Conflict, "This account is closed. Open it again first.");

        var fits = purpose switch
        {
            LinkPurpose.ResetPassword => account?.PasswordHash is not null,
            LinkPurpose.Invitation => account is { PasswordHash: null },
            LinkPurpose.HandOver => account is null,
            _ => false,
        };
        if (!fits) throw new RefusedException(Refusal.Conflict, "Meanwhile this person's account has changed. Look again, then choose.");
    }
}
