using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>An author brings a withdrawn post back, within 30 days.</summary>
public sealed class RestorePost(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not the author's, not withdrawn, or erased already.</exception>
    public Task Run(long personId, long postId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Withdraw, post, "Only its author brings a withdrawn post back.");
        if (post.Standing != Standing.Withdrawn) throw new RefusedException(Refusal.Conflict, "This post is not withdrawn.");

        var withdrawal = await db.Withdrawals.Where(w => w.PostId == postId).OrderByDescending(w => w.Id).FirstAsync(stop);
        post.Restore(withdrawal, viewer.NameOn(post), clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
