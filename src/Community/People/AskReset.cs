using Community.People.Guests;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Somebody forgot the password: the account's address gets a link. Nothing tells the asker whether there is an account.</summary>
public sealed class AskReset(CommunityStore store, TimeProvider clock)
{
    public Task Run(string email, Deliver deliver, CancellationToken stop = default) => store.Write(async db =>
    {
        var normal = EmailAddress.Normal(email);
        var people = db.PeopleWithAccess();
        var found = await db.Accounts.Where(a => a.NormalizedEmail == normal)
            .Join(people, a => a.PersonId, p => p.Id, (a, p) => new { p.Id, p.Name, a.Email, HasPassword = a.PasswordHash != null })
            .FirstOrDefaultAsync(stop);
        if (found is null) return;

        var link = await db.NewLink(found.HasPassword ? LinkPurpose.ResetPassword : LinkPurpose.Invitation, found.Id, found.Email, clock.Now(), stop);
        deliver(db, found.Email!, found.Name, link);
        await db.SaveChangesAsync(stop);
    }, stop);
}
