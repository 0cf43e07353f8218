using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Search.Gaps;

/// <summary>Puts out of sight what is nobody's business; a steward, a moderator or an administrator does it, and says why.</summary>
public sealed class DismissGap(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such gap for this person, the act is not theirs, or there is no reason.</exception>
    public Task Run(long personId, long gapId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var gap = await db.GapFor(viewer, gapId, stop);
        if (!viewer.MayAnywhere(Act.DismissGap)) throw new RefusedException(Refusal.Forbidden, "A steward or a moderator does this; ask one of them.");

        gap.Dismiss(reason, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
