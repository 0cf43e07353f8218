using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Looks at a one-time link without using it up.</summary>
public sealed class ReadLink(CommunityStore store, TimeProvider clock)
{
    /// <returns>Null when it was used, has run out, or never was.</returns>
    public Task<OpenLink?> Run(string secret, CancellationToken stop = default) => store.Read(async db =>
    {
        var hash = Secret.HashOf(secret);
        var link = await db.OneTimeLinks.AsNoTracking().FirstOrDefaultAsync(l => l.SecretHash == hash, stop);
        if (link is null || !link.IsOpen(clock.Now())) return null;

        var person = await db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == link.PersonId, stop);
        if (person?.ClosedAt is not null || person?.AccessUntil <= db.Now) return null;

        var email = await db.Accounts.Where(a => a.PersonId == link.PersonId).Select(a => a.Email).FirstOrDefaultAsync(stop);
        return new OpenLink(link.Purpose, link.PersonId, person?.Name ?? "", email ?? link.Email ?? "", link.ExpiresAt);
    });
}
