using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Bench;

/// <summary>Takes a piece out of the bench's note; its passage stays on the bench.</summary>
public sealed class DropBenchBlock(CommunityStore store)
{
    public Task Run(long personId, long blockId, CancellationToken stop = default) =>
        store.Write(db => db.BenchBlocks.Where(b => b.PersonId == personId && b.Id == blockId).ExecuteDeleteAsync(stop), stop);
}
