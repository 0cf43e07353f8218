using Community.Store;

namespace Community.Search;

/// <summary>Builds the index anew: here, when nobody keeps it, else by asking the server that does. Searches answer from the old one until the new one is whole.</summary>
public sealed class RebuildIndex(DataFolder data, SearchConsumer consumer, SearchIndex index, TimeProvider clock)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <param name="progress">Called often, from any thread.</param>
    /// <exception cref="DataFolderException">The server could not do it; the message says why.</exception>
    public async Task Run(Action<IndexProgress> progress, CancellationToken stop = default)
    {
        if (await Here(progress, stop)) return;

        var job = IndexJob.In(data) is { IsWaiting: true } underWay ? underWay : new IndexJob(Guid.NewGuid(), clock.Now());
        job.Save(data);
        while (IndexJob.In(data) is { } seen && seen.Id == job.Id && seen.IsWaiting)
        {
            progress(new IndexProgress(seen.Done, seen.Total));
            await Task.Delay(Look, clock, stop);

            // The server was stopped before it began.
            if (await Here(progress, stop)) return;
        }

        if (IndexJob.In(data) is not { } finished || finished.Id != job.Id) return;

        IndexJob.Forget(data);
        progress(new IndexProgress(finished.Done, finished.Total));
        if (finished.Error is not null) throw new DataFolderException("The server could not rebuild the index: " + finished.Error);
    }

    async Task<bool> Here(Action<IndexProgress> progress, CancellationToken stop)
    {
        using (var free = IndexLock.TryTake(data))
        {
            if (free is null) return false;
        }

        if (!index.TryOpen()) return false;

        IndexJob.Forget(data);
        await consumer.Rebuild(progress, stop);
        return await consumer.BringUp(stop);
    }
}
