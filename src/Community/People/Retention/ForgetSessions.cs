using Community.Events;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.People.Retention;

/// <summary>Forgets sign-ins that ended, where administrators say after how many days; at most 500 a run.</summary>
public sealed class ForgetSessions(CommunityStore store, TimeProvider clock) : ISweep
{
    const int RowsARun = 500;

    public TimeSpan Every => TimeSpan.FromHours(6);

    public async Task<int> Run(CancellationToken stop = default)
    {
        if (await store.Read(db => db.ForgottenBefore(RetentionKind.Sessions, clock.Now(), stop)) is not { } before) return 0;

        return await store.Write(async db =>
        {
            await db.LockName(nameof(ForgetSessions), stop);
            var held = db.HeldPeople();
            var old = await db.Sessions.Where(s => s.EndedAt < before && !held.Any(p => p.Id == s.PersonId)).OrderBy(s => s.Id).Take(RowsARun).Select(s => s.Id).ToListAsync(stop);
            return await db.Sessions.Where(s => old.Contains(s.Id)).ExecuteDeleteAsync(stop);
        }, stop);
    }
}
