using Community.Events;
using Community.Notifications.Mailing;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notifications.Pushing;

/// <summary>
/// Puts a push into the queue of each device of those whom a new notice speaks to: a moment later, so that who is here has seen it by then, and all that concerns one topic as one.
/// The rows and how far the notices were read are written together: a program that is killed makes no second one.
/// </summary>
public sealed class PostPushes(CommunityStore store, PushSettings settings, TimeProvider clock)
{
    /// <summary>Longer than a transaction may take as well: of two that leave notices at once, the later number may be there first.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What is older, because nothing was sent for long, is nobody's news.</summary>
    static readonly TimeSpan Newest = TimeSpan.FromHours(12);

    const int NoticesAStep = 200;
    internal const string Name = "pushes";

    /// <returns>How many notices were read; 0 when none is due.</returns>
    public async Task<int> Run(CancellationToken stop = default)
    {
        // Asked every second, and there is seldom anything: without taking the write lane.
        var ripe = clock.Now() - Patience;
        if (!settings.IsOn || !await store.Read(async db => await Read(db, stop) is not { } read || await Fresh(db, read).AnyAsync(n => n.At <= ripe, stop))) return 0;

        return await store.Write(async db =>
        {
            await db.LockRow("Checkpoints", "Consumer", Name, stop);
            // Nobody had a device before the first time.
            var checkpoint = await db.Checkpoints.FindAsync([Name], stop) ?? db.Checkpoints.Add(new Checkpoint(Name, await db.Notifications.MaxAsync(n => (long?)n.Id, stop) ?? 0)).Entity;
            var now = clock.Now();
            var due = (await Fresh(db, checkpoint.EventId).OrderBy(n => n.Id).Take(NoticesAStep).ToListAsync(stop)).TakeWhile(n => n.At <= ripe).ToList();
            var wanted = due.FindAll(n => n.SeenAt is null && !n.IsQuiet && n.Group() == MailGroup.ToYou);
            var people = wanted.Select(n => n.PersonId).Distinct().ToList();
            var devices = (await db.ReachableDevices.Where(d => people.Contains(d.PersonId)).ToListAsync(stop)).ToLookup(d => d.PersonId);
            foreach (var about in wanted.GroupBy(n => (n.PersonId, n.TopicId, SpaceId: n.TopicId is null ? n.SpaceId : null)))
                foreach (var device in devices[about.Key.PersonId].Where(d => d.CreatedAt <= about.Max(n => n.At)))
                    if (!await db.Pushes.AnyAsync(p => p.DeviceId == device.Id && p.Kind == PushKind.Notices && p.TopicId == about.Key.TopicId && p.SpaceId == about.Key.SpaceId && p.SentAt == null, stop))
                        db.Pushes.Add(new Push(device, about.Min(n => n.Id), about.Key.TopicId, about.Key.SpaceId, now));

            if (due.Count > 0) checkpoint.MoveTo(due[^1].Id);
            await db.SaveChangesAsync(stop);
            return due.Count;
        }, stop);
    }

    IQueryable<Notification> Fresh(CommunityContext db, long read)
    {
        var newest = clock.Now() - Newest;
        return db.Notifications.AsNoTracking().Where(n => n.Id > read && n.At > newest);
    }

    static Task<long?> Read(CommunityContext db, CancellationToken stop) => db.Checkpoints.Where(c => c.Consumer == Name).Select(c => (long?)c.EventId).FirstOrDefaultAsync(stop);
}

/// <summary>Forgets devices whose session or account ended, or that took nothing for long, and after a week what was pushed; at most 500 a run.</summary>
public sealed class ForgetPushes(CommunityStore store, TimeProvider clock) : ISweep
{
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public Task<int> Run(CancellationToken stop = default) => store.Write(async db =>
    {
        var (old, reachable) = (clock.Now() - KeptFor, db.ReachableDevices);
        var devices = await db.PushDevices.Where(d => d.Failures >= PushDevice.MostFailures || !reachable.Any(r => r.Id == d.Id)).OrderBy(d => d.Id).Take(500).ToListAsync(stop);
        var pushes = await db.Pushes.Where(p => p.SentAt < old).OrderBy(p => p.Id).Take(500).ToListAsync(stop);
        db.PushDevices.RemoveRange(devices);
        db.Pushes.RemoveRange(pushes);
        await db.SaveChangesAsync(stop);
        return devices.Count + pushes.Count;
    }, stop);
}
