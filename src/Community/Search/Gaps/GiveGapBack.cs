using Community.Spaces;
using Community.Store;

namespace Community.Search.Gaps;

/// <summary>Leaves a gap to others again.</summary>
public sealed class GiveGapBack(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such gap for this person, or it is somebody else's.</exception>
    public Task Run(long personId, long gapId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var gap = await db.GapFor(viewer, gapId, stop);
        viewer.DemandClaimOf(gap);

        gap.GiveBack(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
