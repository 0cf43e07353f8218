using Community.Events;
using Community.Store;
using Lucene.Net.Index;
using Microsoft.EntityFrameworkCore;

namespace Community.Search;

/// <summary>Compares the index with the database. Beside a server it waits until the server's index has read the log; where nobody keeps the index it brings it up first.</summary>
public sealed class CheckIndex(DataFolder data, ContextFactory contexts, SearchConsumer consumer, SearchIndex index)
{
    const int Tries = 5;

    public static readonly TimeSpan WaitAtMost = TimeSpan.FromSeconds(60);

    /// <exception cref="DataFolderException">The index did not reach the end of the log within a minute, or cannot be read.</exception>
    public async Task<IndexCheck> Run(CancellationToken stop = default)
    {
        if (IsFree() && await consumer.BringUp(stop))
        {
            using var reader = index.Open.Writer.GetReader(applyAllDeletes: true);
            await using var db = contexts.Create();
            return await new IndexComparison(db).Run(reader, stop);
        }

        for (var tries = 1; ; tries++)
        {
            var (check, isStill) = await CompareOnDisk(stop);
            if (check.IsRight || isStill || tries == Tries) return check;
        }
    }

    bool IsFree()
    {
        using var held = IndexLock.TryTake(data);
        return held is not null;
    }

    /// <summary>What somebody writes in the meantime looks like a difference; then it is done again.</summary>
    async Task<(IndexCheck Check, bool IsStill)> CompareOnDisk(CancellationToken stop)
    {
        await using var db = contexts.Create();
        var last = await Last(db, stop);
        using var reader = await Reach(last, stop);
        var check = await new IndexComparison(db).Run(reader, stop);
        return (check, await Last(db, stop) == last);
    }

    async Task<DirectoryReader> Reach(long last, CancellationToken stop)
    {
        var until = DateTime.UtcNow + WaitAtMost;
        Exception? error = null;
        while (DateTime.UtcNow < until)
        {
            try
            {
                var reader = DirectoryReader.Open(new IndexFiles(data.Index));
                if (OpenIndex.CheckpointOf(reader.IndexCommit.UserData) >= last) return reader;
                reader.Dispose();
            }
            catch (Exception failed)
            {
                // Between two commits of the server, or while it builds the index anew.
                error = failed;
            }

            await Task.Delay(100, stop);
        }

        throw new DataFolderException($"The index in {data.Index} did not reach the end of the log within {WaitAtMost.TotalSeconds:0} seconds. Look at the server's log, or run index rebuild.", error);
    }

    static async Task<long> Last(CommunityContext db, CancellationToken stop) => await db.Events.MaxAsync(e => (long?)e.Id, stop) ?? 0;
}
