using System.Diagnostics;
using Community.Events;

namespace Community.Store;

/// <summary>The way in for writes, and fresh contexts for reads. Every write takes the process's one lane and opens the transaction before anything is loaded: a decision on rows read earlier is a race.</summary>
public sealed class CommunityStore(ContextFactory contexts, EventSignal signal) : IDisposable
{
    static readonly TimeSpan LaneWait = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim lane = new(1, 1);

    /// <summary>When the database was last found held by another process.</summary>
    long heldAt = long.MinValue;

    /// <summary>Runs <paramref name="work"/> in one short transaction with its rows and events committed together. No mail, index or hub call belongs inside.</summary>
    /// <exception cref="StoreBusyException">The lane or the database was held by somebody else for five seconds.</exception>
    public async Task<T> Write<T>(Func<CommunityContext, Task<T>> work, CancellationToken stop = default)
    {
        var began = Stopwatch.GetTimestamp();
        if (contexts.IsSqlite && !await lane.WaitAsync(LaneWait, stop)) throw new StoreBusyException(null);

        CommunityMeter.LaneWait.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        var held = Stopwatch.GetTimestamp();
        try
        {
            // Who was before us in the lane waited for the database in vain; we have waited with them.
            if (heldAt > began) throw new StoreBusyException(null);

            await using var db = contexts.Create();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var result = await work(db);
            await transaction.CommitAsync(stop);
            return result;
        }
        catch (Exception error) when (StoreBusyException.IsBusy(error))
        {
            heldAt = Stopwatch.GetTimestamp();
            throw new StoreBusyException(error);
        }
        finally
        {
            if (contexts.IsSqlite) lane.Release();
            CommunityMeter.LaneHold.Record(Stopwatch.GetElapsedTime(held).TotalSeconds);
            signal.Raise();
        }
    }

    /// <summary>The same for work without a result.</summary>
    public Task Write(Func<CommunityContext, Task> work, CancellationToken stop = default) =>
        Write(async db =>
        {
            await work(db);
            return true;
        }, stop);

    /// <summary>Reads in a context of its own.</summary>
    public async Task<T> Read<T>(Func<CommunityContext, Task<T>> work)
    {
        await using var db = contexts.Create();
        return await work(db);
    }

    public void Dispose() => lane.Dispose();
}
