using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Playbooks;

/// <summary>Tells those whose step is late, and starter and owner of a run that is late as a whole; once of each.</summary>
public sealed class RemindRuns(CommunityStore store, TimeProvider clock) : ISweep
{
    const int MostAtOnce = 50;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    /// <returns>How many were told of.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        var now = clock.Now();
        if (!await store.Read(db => Late(db, now).AnyAsync(stop))) return 0;

        return await store.Write(async db =>
        {
            await db.LockName(nameof(RemindRuns), stop);
            var late = await Late(db, now).Include(r => r.Steps).OrderBy(r => r.Id).Take(MostAtOnce).ToListAsync(stop);
            foreach (var run in late) run.Remind(now);
            await db.SaveChangesAsync(stop);
            return late.Count;
        }, stop);
    }

    /// <summary>Steps are open one after the other: what is open and due has its turn.</summary>
    static IQueryable<PlaybookRun> Late(CommunityContext db, DateTime now) => db.PlaybookRuns.Where(r => r.State == RunState.Open
        && (r.RemindedAt == null && r.DueAt <= now || r.Steps.Any(s => s.State == StepState.Open && s.RemindedAt == null && s.DueAt <= now)));
}
