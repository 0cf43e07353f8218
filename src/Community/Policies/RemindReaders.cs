using Community.Events;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Policies;

/// <summary>Asks those who do not know a policy yet: on the first day of a version that asks, and every two weeks while somebody is missing, four times in all.</summary>
public sealed class RemindReaders(CommunityStore store, TimeProvider clock) : ISweep
{
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <returns>How many policies asked.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        // Looked at before: the write lane is not taken for nothing.
        if ((await store.Read(db => Due(db, clock.Now(), stop))).Count == 0) return 0;

        return await store.Write(async db =>
        {
            await db.LockName(nameof(RemindReaders), stop);
            var now = clock.Now();
            var due = await Due(db, now, stop);
            db.PolicyReminders.AddRange(due.Select(version => new PolicyReminder(version, now)));
            await db.SaveChangesAsync(stop);
            return due.Count;
        }, stop);
    }

    /// <summary>Policies are few; what each asks for is a matter of days and versions.</summary>
    static async Task<List<PolicyVersion>> Due(CommunityContext db, DateTime now, CancellationToken stop)
    {
        var (today, due) = (await db.Today(now, stop), new List<PolicyVersion>());
        foreach (var policy in await db.Policies.Include(p => p.Versions).ToListAsync(stop))
        {
            if (policy.Asking(today) is not { } version) continue;

            var asked = await db.PolicyReminders.Where(r => r.VersionId == version.Id).OrderByDescending(r => r.At).Select(r => r.At).ToListAsync(stop);
            if (asked.Count >= PolicyReminder.Most || asked.Count > 0 && asked[0] > now - PolicyReminder.Apart) continue;
            if (await db.MissingFrom(policy.Id, version.Number).AnyAsync(stop)) due.Add(version);
        }

        return due;
    }
}
