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

    /// <summary>Works out, before the transaction, what costs too much in it. What it finds may be out of date by then: <see cref="Apply"/> decides on the rows that it loads.</summary>
    /// <param name="ahead">The events that come next; no others are applied in this step.</param>
    protected virtual Task Prepare(IReadOnlyList<Event> ahead, CancellationToken stop) => Task.CompletedTask;

    public async Task<bool> Step(CancellationToken stop)
    {
        var ahead = await store.Read(db => Ahead(db, stop));
        if (ahead.Count == 0) return false;

        var current = ahead[0].Id;
        try
        {
            if (!IsGivenUp(current)) await Prepare(ahead, stop);
            await store.Write(async db =>
            {
                var checkpoint = await Claim(db, stop);
                var events = ahead.Where(e => e.Id > checkpoint.EventId).ToList();
                foreach (var happened in events)
                {
                    current = happened.Id;
                    if (IsGivenUp(current)) await SetAside(db, stop);
                    else await Apply(db, happened, stop);
                }

                if (events.Count > 0) checkpoint.MoveTo(events[^1].Id);
                await db.SaveChangesAsync(stop);
            }, stop);
            if (current >= stuck.EventId) stuck = default;
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException && current > 0)
        {
            if (!IsTheStores(error)) stuck = (current, stuck.EventId == current ? stuck.Times + 1 : 1, error.GetBaseException().Message);
            throw;
        }
    }

    bool IsGivenUp(long eventId) => stuck.EventId == eventId && stuck.Times >= TriesBeforeGivingUp;

    /// <summary>What is not applied yet. After a failure one at a time, so that what stands before it is done for good.</summary>
    async Task<List<Event>> Ahead(CommunityContext db, CancellationToken stop)
    {
        var read = await db.Checkpoints.Where(c => c.Consumer == Name).Select(c => (long?)c.EventId).FirstOrDefaultAsync(stop) ?? 0;
        return await db.Events.AsNoTracking().Where(e => e.Id > read).OrderBy(e => e.Id).Take(stuck.Times > 0 ? 1 : EventsAStep).ToListAsync(stop);
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
