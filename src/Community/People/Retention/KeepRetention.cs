using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People.Retention;

/// <summary>An administrator says how long things are kept.</summary>
public sealed class KeepRetention(CommunityStore store, TimeProvider clock)
{
    /// <param name="days">Null for ever. What is not in it stays as it is.</param>
    /// <exception cref="RefusedException">Not an administrator, or as of <see cref="RetentionRule"/>.</exception>
    public Task Run(long actorId, IReadOnlyDictionary<RetentionKind, int?> days, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        await db.LockName(nameof(RetentionRule), stop);
        foreach (var (kind, wanted) in days.OrderBy(one => one.Key))
        {
            var before = await db.RetentionRules.AsNoTracking().Where(r => r.Kind == kind).OrderByDescending(r => r.Id).FirstOrDefaultAsync(stop);
            if ((before is null ? RetentionRule.Default(kind) : before.Days) != wanted) db.RetentionRules.Add(new RetentionRule(kind, wanted, actorId, clock.Now()));
        }

        await db.SaveChangesAsync(stop);
    }, stop);
}

/// <summary>An administrator ends a hold: what it kept is forgotten again when its time has come.</summary>
public sealed class EndHold(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not an administrator, no such hold, or it has ended.</exception>
    public Task Run(long actorId, long holdId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.DemandAdministrator(actorId, stop);
        await db.LockRow("LegalHolds", "Id", holdId, stop);
        var hold = await db.LegalHolds.FirstOrDefaultAsync(h => h.Id == holdId, stop)
            ?? throw new RefusedException(Refusal.NotFound, "There is nothing at this address, or it is not for you.");
        hold.End(actorId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
