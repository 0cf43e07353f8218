using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>A moderator brings a hidden post back, with a reason.</summary>
public sealed class ReinstatePost(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to moderate, not hidden, or without a reason.</exception>
    public Task Run(long personId, long postId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Remove, post, "Only moderators bring a hidden post back.");
        if (post.Standing != Standing.Removed) throw new RefusedException(Refusal.Conflict, "This post is not hidden.");

        var removal = await db.Removals.Where(r => r.PostId == postId && r.LiftedAt == null).FirstAsync(stop);
        post.Reinstate(removal, reason, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
