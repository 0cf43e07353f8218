using Community.Events;
using Community.People;
using Community.People.Retention;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Saved;

/// <summary>Forgets saved searches seven days after they were deleted, with what they found, and those of whoever left and took the name off; at most 100 a run.</summary>
public sealed class ForgetSavedSearches(CommunityStore store, TimeProvider clock) : ISweep
{
    const int SearchesARun = 100;

    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var before = clock.Now() - SavedSearch.RestorableFor;
        var (held, accounts) = (db.HeldPeople(), db.Accounts);
        var left = db.People.Where(p => p.ClosedAt != null && !accounts.Any(a => a.PersonId == p.Id));
        var old = await db.SavedSearches.Where(s => (s.DeletedAt < before || left.Any(p => p.Id == s.PersonId)) && !held.Any(p => p.Id == s.PersonId)).OrderBy(s => s.Id).Take(SearchesARun).ToListAsync(stop);
        db.SavedSearches.RemoveRange(old);
        await db.SaveChangesAsync(stop);
        return old.Count;
    }, stop);
}
