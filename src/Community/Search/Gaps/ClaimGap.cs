using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Search.Gaps;

/// <summary>"I'll write this."</summary>
public sealed class ClaimGap(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such gap for this person, or it is not open.</exception>
    public Task Run(long personId, long gapId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var gap = await db.GapFor(viewer, gapId, stop);
        if (!viewer.MayAnywhere(Act.ClaimGap)) throw new RefusedException(Refusal.Forbidden, "Staff write what is missing; ask a colleague of the institution.");

        gap.Claim(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
