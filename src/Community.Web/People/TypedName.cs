using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Who is meant by a name or a mail address that somebody typed.</summary>
public sealed class TypedName(CommunityContext db)
{
    /// <returns>0 when nobody or more than one is meant.</returns>
    public async Task<long> Id(string? typed)
    {
        var wanted = (typed ?? "").Trim().TrimStart('@');
        var folded = Folded.Of(wanted);
        var accounts = db.Accounts;
        var mail = wanted.ToUpperInvariant();
        var found = await db.People.AsNoTracking().Where(p => p.ClosedAt == null && !p.IsImported && (p.NameFolded == folded || accounts.Any(a => a.PersonId == p.Id && a.NormalizedEmail == mail))).Select(p => p.Id).Take(2).ToListAsync();
        return found.Count == 1 ? found[0] : 0;
    }
}
