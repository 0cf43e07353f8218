using Community.Events;
using Community.People.Retention;
using Community.Search.Gaps;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Asked;

/// <summary>Forgets searches after thirteen months, or as long as administrators say, and gaps that nobody took up once none of their searches is left; at most 500 a run.</summary>
public sealed class ForgetSearches(CommunityStore store, TimeProvider clock) : ISweep
{
    const int RowsARun = 500;

    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        if ((await db.ForgottenBefore(RetentionKind.Searches, clock.Now().Date, stop)) is not { } before) return 0;

        var old = await db.AskedSearches.Where(row => row.Day < before).OrderBy(row => row.Id).Take(RowsARun).ToListAsync(stop);
        var gone = await db.Gaps.Where(gap => gap.LastDay < before && gap.State == GapState.Open && gap.Claims.Count == 0 && gap.Dismissals.Count == 0).OrderBy(gap => gap.Id).Take(RowsARun).ToListAsync(stop);
        db.AskedSearches.RemoveRange(old);
        db.Gaps.RemoveRange(gone);
        await db.SaveChangesAsync(stop);
        return old.Count + gone.Count;
    }, stop);
}
