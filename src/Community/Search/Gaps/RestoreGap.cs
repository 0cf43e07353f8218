using Community.Spaces;
using Community.Store;

namespace Community.Search.Gaps;

/// <summary>Brings back a gap that was put out of sight.</summary>
public sealed class RestoreGap(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such gap for this person; only who may dismiss one sees those that were.</exception>
    public Task Run(long personId, long gapId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var gap = await db.GapFor(viewer, gapId, stop);

        gap.Restore(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
