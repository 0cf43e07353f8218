using Community.People;
using Community.Store;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Who is meant by a name or a mail address that somebody typed.</summary>
public sealed class TypedName(CommunityContext db, CurrentViewer current)
{
    /// <returns>0 when nobody or more than one is meant.</returns>
    public async Task<long> Id(string? typed)
    {
        var wanted = (typed ?? "").Trim().TrimStart('@');
        var folded = Folded.Of(wanted);
        var viewer = await current.Get();
        // A mail address says who works here to whoever may know it: not to guests.
        var (accounts, isStaff) = (db.Accounts, viewer.IsStaff);
        var mail = wanted.ToUpperInvariant();
        var found = await db.PeopleVisibleTo(viewer).AsNoTracking().Where(p => p.ClosedAt == null && !p.IsImported && (p.NameFolded == folded || isStaff && accounts.Any(a => a.PersonId == p.Id && a.NormalizedEmail == mail))).Select(p => p.Id).Take(2).ToListAsync();
        return found.Count == 1 ? found[0] : 0;
    }
}
