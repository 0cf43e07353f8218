using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Notes.Bench;

static class BenchHolding
{
    extension(CommunityContext db)
    {
        /// <summary>Nobody else writes at this person's bench until the transaction ends.</summary>
        public Task HoldBench(long personId, CancellationToken stop) => db.LockName($"bench/{personId}", stop);

        public Task<List<BenchBlock>> BenchOf(long personId, CancellationToken stop) => db.BenchBlocks.Where(b => b.PersonId == personId).OrderBy(b => b.Section).ThenBy(b => b.Order).ThenBy(b => b.Id).ToListAsync(stop);
    }
}
