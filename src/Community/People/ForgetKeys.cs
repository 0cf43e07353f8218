using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People;

/// <summary>Forgets idempotency keys after their 48 hours; at most 1,000 a run.</summary>
public sealed class ForgetKeys(CommunityStore store, TimeProvider clock) : ISweep
{
    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var before = clock.Now() - IdempotencyKey.KeptFor;
        // Nodes sweep at the same hour.
        await db.LockName(nameof(ForgetKeys), stop);
        var old = await db.IdempotencyKeys.Where(k => k.At < before).OrderBy(k => k.At).Take(1_000).ToListAsync(stop);
        db.IdempotencyKeys.RemoveRange(old);
        await db.SaveChangesAsync(stop);
        return old.Count;
    }, stop);
}
