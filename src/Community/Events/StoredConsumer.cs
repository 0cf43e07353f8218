using System.Data.Common;
using Community.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Events;

/// <summary>A consumer whose effects and checkpoint live in the database and are committed together: exactly once, on any number of nodes.</summary>
public abstract class StoredConsumer(CommunityStore store, TimeProvider clock) : IConsumer
{
    const int EventsAStep = 200;
    const int TriesBeforeGivingUp = 5;
    const int Constraint = 19;

    (long EventId, int Times, string Error) stuck;

    public abstract string Name { get; }

    /// <summary>Adds the effects of one event to <paramref name="db"/>; must not save.</summary>
    protected abstract Task Apply(CommunityContext db, Event happened, CancellationToken stop);

    public async Task<bool> Step(CancellationToken stop)
    {
        if (!await store.Read(db => HasMore(db, stop))) return false;

        long current = 0;
        try
        {
            var hadMore = await store.Write(async db =>
            {
                var checkpoint = await Claim(db, stop);
                // After a failure one at a time, so that what stands before it is done for good.
                var events = await db.Events.AsNoTracking().Where(e => e.Id > checkpoint.EventId).OrderBy(e => e.Id).Take(stuck.Times > 0 ? 1 : EventsAStep).ToListAsync(stop);
                foreach (var happened in events)
                {
                    current = happened.Id;
                    if (stuck.EventId == current && stuck.Times >= TriesBeforeGivingUp) await SetAside(db, stop);
                    else await Apply(db, happened, stop);
                }

                if (events.Count > 0) checkpoint.MoveTo(events[^1].Id);
                await db.SaveChangesAsync(stop);
                return events.Count > 0;
            }, stop);
            if (current >= stuck.EventId) stuck = default;
            return hadMore;
        }
        catch (Exception error) when (error is not OperationCanceledException && current > 0)
        {
            if (!IsTheStores(error)) stuck = (current, stuck.EventId == current ? stuck.Times + 1 : 1, error.GetBaseException().Message);
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

    /// <summary>In the transaction that moves the checkpoint past it: an event is never passed over without a trace.</summary>
    async Task SetAside(CommunityContext db, CancellationToken stop)
    {
        if (await db.FailedEvents.FindAsync([Name, stuck.EventId], stop) is null)
            db.FailedEvents.Add(new FailedEvent(Name, stuck.EventId, stuck.Error, clock.Now()));
    }

    /// <summary>A full disk or a held database is no fault of the event: it is tried until it goes.</summary>
    static bool IsTheStores(Exception? error) => error switch
    {
        null => false,
        StoreBusyException or SqliteException { SqliteErrorCode: not Constraint } or DbException { IsTransient: true } => true,
        _ => IsTheStores(error.InnerException),
    };
}
