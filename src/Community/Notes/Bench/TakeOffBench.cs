using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Bench;

/// <summary>Puts a passage away; what was made of it in the note goes, too.</summary>
public sealed class TakeOffBench(CommunityStore store)
{
    public Task Run(long personId, long passageId, CancellationToken stop = default) => store.Write(async db =>
    {
        await db.BenchBlocks.Where(b => b.PersonId == personId && b.PassageId == passageId).ExecuteDeleteAsync(stop);
        await db.BenchPassages.Where(p => p.PersonId == personId && p.Id == passageId).ExecuteDeleteAsync(stop);
    }, stop);
}
