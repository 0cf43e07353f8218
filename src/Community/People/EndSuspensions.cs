using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Ends the suspensions whose time is over.</summary>
public sealed class EndSuspensions(CommunityStore store, TimeProvider clock) : ISweep
{
    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<int> Run(CancellationToken stop = default)
    {
        // Looked at before: the write lane is not taken each minute for nothing.
        var now = clock.Now();
        if (!await store.Read(db => db.Suspensions.AnyAsync(s => s.EndedAt == null && s.UntilAt <= now, stop))) return 0;

        return await store.Write(async db =>
        {
            var over = await db.Suspensions.Where(s => s.EndedAt == null && s.UntilAt <= now).OrderBy(s => s.Id).Take(100).ToListAsync(stop);
            foreach (var suspension in over) suspension.RunOut(now);
            await db.SaveChangesAsync(stop);
            return over.Count;
        }, stop);
    }
}
