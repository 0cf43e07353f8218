using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Somebody wants an account: the address gets a link that makes it. Whoever has one already gets a link to a new password; nothing tells the asker which it was.</summary>
public sealed class AskToSignUp(CommunityStore store, TimeProvider clock)
{
    public Task Run(string email, Deliver confirm, Deliver reset, CancellationToken stop = default) => store.Write(async db =>
    {
        var address = EmailAddress.Of(email);
        if (await db.Institutions.FirstOrDefaultAsync(stop) is not { } institution || !institution.Takes(address)) return;

        var normal = EmailAddress.Normal(address);
        var people = db.People;
        var found = await db.Accounts.Where(a => a.NormalizedEmail == normal)
            .Join(people, a => a.PersonId, p => p.Id, (a, p) => new { p.Id, p.Name, p.ClosedAt, HasPassword = a.PasswordHash != null })
            .FirstOrDefaultAsync(stop);
        if (found?.ClosedAt is not null) return;

        var purpose = found is null ? LinkPurpose.ConfirmAddress : found.HasPassword ? LinkPurpose.ResetPassword : LinkPurpose.Invitation;
        var link = await db.NewLink(purpose, found?.Id, address, clock.Now(), stop);
        (found is { HasPassword: true } ? reset : confirm)(db, address, found?.Name ?? "", link);
        await db.SaveChangesAsync(stop);
    }, stop);
}
