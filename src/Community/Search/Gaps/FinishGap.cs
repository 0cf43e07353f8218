using Community.Spaces;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Search.Gaps;

/// <summary>Says where it is written now.</summary>
public sealed class FinishGap(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such gap or topic for this person, or the gap is somebody else's.</exception>
    public Task Run(long personId, long gapId, long topicId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var gap = await db.GapFor(viewer, gapId, stop);
        viewer.DemandClaimOf(gap);
        if (!await db.Topics.ListedFor(viewer).AnyAsync(t => t.Id == topicId, stop))
            throw new RefusedException(Refusal.NotFound, "There is no such topic. Give the address of its page, or its number.") { Field = "Topic" };

        gap.Finish(topicId, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
