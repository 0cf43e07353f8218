using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Events;

/// <summary>A consumer whose effects and checkpoint live in the database and are committed together: exactly once, on any number of nodes.</summary>
public abstract class StoredConsumer(CommunityStore store, TimeProvider clock) : IConsumer
{
    const int EventsAStep = 200;
    const int TriesBeforeGivingUp = 5;

    (long EventId, int Times) stuck;

    public abstract string Name { get; }

    /// <summary>Adds the effects of one event to <paramref name="db"/>; must not save.</summary>
    protected abstract Task Apply(CommunityContext db, Event happened, CancellationToken stop);

    public async Task<bool> Step(CancellationToken stop)
    {
        if (!await store.Read(db => HasMore(db, stop))) return false;

        long current = 0;
        try
        {
            return await store.Write(async db =>
            {
                var checkpoint = await Claim(db, stop);
                var events = await db.Events.AsNoTracking().Where(e => e.Id > checkpoint.EventId).OrderBy(e => e.Id).Take(stuck.Times > 0 ? 1 : EventsAStep).ToListAsync(stop);
                foreach (var happened in events)
                {
                    current = happened.Id;
                    if (stuck.EventId == current && stuck.Times >= TriesBeforeGivingUp) continue;
                    await Apply(db, happened, stop);
                }

                if (events.Count > 0) checkpoint.MoveTo(events[^1].Id);
                await db.SaveChangesAsync(stop);
                stuck = default;
                return events.Count > 0;
            }, stop);
        }
        catch (Exception error) when (error is not OperationCanceledException && current > 0)
        {
            stuck = stuck.EventId == current ? (current, stuck.Times + 1) : (current, 1);
            if (stuck.Times == TriesBeforeGivingUp) await SetAside(current, error, stop);
            throw;
        }
    }

    async Task<bool> HasMore(CommunityContext db, CancellationToken stop)
    {
        var read = await db.Checkpoints.Where(c => c.Consumer == Name).Select(c => (long?)c.EventId).FirstOrDefaultAsync(stop) ?? 0;
        return await db.Events.AnyAsync(e => e.Id > read, stop);
    }

    async Task<Checkpoint> Claim(CommunityContext db, CancellationToken stop)
    {
        await db.LockRow("Checkpoints", "Consumer", Name, stop);
        var checkpoint = await db.Checkpoints.FindAsync([Name], stop);
        return checkpoint ?? db.Checkpoints.Add(new Checkpoint(Name, 0)).Entity;
    }

    Task<int> SetAside(long eventId, Exception error, CancellationToken stop) => store.Write(async db =>
    {
        if (await db.FailedEvents.FindAsync([Name, eventId], stop) is null)
            db.FailedEvents.Add(new FailedEvent(Name, eventId, error.Message, clock.Now()));
        return await db.SaveChangesAsync(stop);
    }, stop);
}
