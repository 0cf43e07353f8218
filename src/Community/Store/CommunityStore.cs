using System.Diagnostics;
using Community.Events;
using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>
/// The way in for writes, and fresh contexts for reads. Every write opens its transaction before anything is loaded: a decision on rows read earlier is a race.
/// On SQLite it takes the process's one lane; on PostgreSQL the verb holds the rows that it decides on.
/// </summary>
public sealed class CommunityStore(ContextFactory contexts, EventSignal signal, AuditAnchor? anchor = null) : IDisposable
{
    static readonly TimeSpan LaneWait = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim lane = new(1, 1);

    /// <summary>When the database was last found held by another process.</summary>
    long heldAt = long.MinValue;

    /// <summary>Runs <paramref name="work"/> in one short transaction with its rows and events committed together. No mail, index or hub call belongs inside.</summary>
    /// <param name="work">Run again on a fresh context where PostgreSQL rolled it back because of another writer: it makes its entities itself, and leaves nothing behind elsewhere.</param>
    /// <exception cref="StoreBusyException">The lane or the database was held by somebody else for five seconds.</exception>
    public async Task<T> Write<T>(Func<CommunityContext, Task<T>> work, CancellationToken stop = default)
    {
        try
        {
            return contexts.IsSqlite ? await WriteInLane(work, stop) : await WriteBesideOthers(work, stop);
        }
        finally
        {
            signal.Raise();
        }
    }

    async Task<T> WriteInLane<T>(Func<CommunityContext, Task<T>> work, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        if (!await lane.WaitAsync(LaneWait, stop)) throw new StoreBusyException(null);

        CommunityMeter.LaneWait.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        var held = Stopwatch.GetTimestamp();
        try
        {
            // Who was before us in the lane waited for the database in vain; we have waited with them.
            if (heldAt > began) throw new StoreBusyException(null);

            return await Transact(work, null, stop);
        }
        catch (Exception error) when (StoreBusyException.IsBusy(error))
        {
            heldAt = Stopwatch.GetTimestamp();
            throw new StoreBusyException(error);
        }
        finally
        {
            lane.Release();
            CommunityMeter.LaneHold.Record(Stopwatch.GetElapsedTime(held).TotalSeconds);
        }
    }

    async Task<T> WriteBesideOthers<T>(Func<CommunityContext, Task<T>> work, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Transact(work, "SET LOCAL lock_timeout = '5s'", stop);
            }
            catch (Exception error) when (tries < WriteConflict.MostTries && WriteConflict.Is(error))
            {
                await WriteConflict.Pause(tries, stop);
            }
            catch (Exception error) when (StoreBusyException.IsBusy(error))
            {
                throw new StoreBusyException(error);
            }
        }
    }

    async Task<T> Transact<T>(Func<CommunityContext, Task<T>> work, string? first, CancellationToken stop)
    {
        await using var db = contexts.Create();
        // What fails takes the whole transaction back.
        db.Database.AutoSavepointsEnabled = false;
        // Contexts are used again, and this one may come from a work that failed.
        db.Audited = null;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (first is not null) await db.Database.ExecuteSqlRawAsync(first, stop);
        var result = await work(db);
        await transaction.CommitAsync(stop);
        if (db.Audited is { } grown && anchor is not null) await anchor.Keep(grown, db);
        return result;
    }

    /// <summary>The same for work without a result.</summary>
    public Task Write(Func<CommunityContext, Task> work, CancellationToken stop = default) =>
        Write(async db =>
        {
            await work(db);
            return true;
        }, stop);

    /// <summary>The present moment, for rights that end by themselves.</summary>
    public DateTime Now => contexts.Now;

    /// <summary>Reads in a context of its own.</summary>
    public async Task<T> Read<T>(Func<CommunityContext, Task<T>> work)
    {
        await using var db = contexts.Create();
        return await work(db);
    }

    public void Dispose() => lane.Dispose();
}
