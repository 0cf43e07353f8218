using Community.Governance;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Gaps;

/// <summary>The gate for gaps: staff see them, and those that were dismissed only who may dismiss.</summary>
public static class GapGate
{
    extension(CommunityContext db)
    {
        /// <summary>
        /// Gaps that the viewer may see. An open one is seen once it was missed often enough. The viewer's own index is not asked: what it says to one and not to another would tell of posts,
        /// and what is missed is the same for all.
        /// </summary>
        public IQueryable<Gap> GapsFor(Viewer viewer)
        {
            var (isStaff, mayDismiss) = (viewer.IsStaff, viewer.MayAnywhere(Act.DismissGap));
            return db.Gaps.Where(g => isStaff && (g.State != GapState.Open || g.IsMissed) && (g.State != GapState.Dismissed || mayDismiss));
        }

        /// <exception cref="RefusedException">There is no such gap for this viewer.</exception>
        internal async Task<Gap> GapFor(Viewer viewer, long gapId, CancellationToken stop)
        {
            await db.LockRow("Gaps", "Id", gapId, stop);
            return await db.GapsFor(viewer).Include(g => g.Claims).Include(g => g.Dismissals).AsSplitQuery().FirstOrDefaultAsync(g => g.Id == gapId, stop)
                ?? throw new RefusedException(Refusal.NotFound, "There is no such gap, or it is not for you.");
        }
    }

    extension(Viewer viewer)
    {
        /// <summary>Whose claim it is may end it, and who may dismiss it altogether.</summary>
        internal void DemandClaimOf(Gap gap)
        {
            if (gap.Claimed?.PersonId != viewer.PersonId && !viewer.MayAnywhere(Act.DismissGap))
                throw new RefusedException(Refusal.Forbidden, "Somebody else has taken this up. Ask them, or a moderator.");
        }
    }
}
