using Community.Events;
using Community.People.Retention;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>Forgets drafts that nobody touched for half a year, or as long as administrators say, and discarded ones after seven days; at most 500 a run.</summary>
public sealed class ForgetDrafts(CommunityStore store, TimeProvider clock) : ISweep
{
    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var (untouched, discarded) = (await db.ForgottenBefore(RetentionKind.Drafts, clock.Now(), stop), clock.Now() - Draft.RestorableFor);
        var held = db.HeldDrafts();
        var old = await db.Drafts.Where(d => (d.UpdatedAt < untouched || d.DiscardedAt < discarded) && !held.Any(h => h.Id == d.Id)).OrderBy(d => d.Id).Take(500).ToListAsync(stop);
        db.Drafts.RemoveRange(old);
        await db.SaveChangesAsync(stop);
        return old.Count;
    }, stop);
}
