using Community.Events;
using Community.People.Retention;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications;

/// <summary>Forgets notices that were seen, where administrators say after how many days; at most 500 a run.</summary>
public sealed class ForgetNotices(CommunityStore store, TimeProvider clock) : ISweep
{
    const int RowsARun = 500;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<int> Run(CancellationToken stop = default)
    {
        if (await store.Read(db => db.ForgottenBefore(RetentionKind.Notices, clock.Now(), stop)) is not { } before) return 0;

        return await store.Write(async db =>
        {
            await db.LockName(nameof(ForgetNotices), stop);
            var held = db.HeldPeople();
            var old = await db.Notifications.Where(n => n.SeenAt < before && n.At < before && !held.Any(p => p.Id == n.PersonId)).OrderBy(n => n.Id).Take(RowsARun).Select(n => n.Id).ToListAsync(stop);
            return await db.Notifications.Where(n => old.Contains(n.Id)).ExecuteDeleteAsync(stop);
        }, stop);
    }
}
