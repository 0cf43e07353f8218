using Community.Governance;
using Community.Spaces;
using Community.Store;
using Community.Topics.Moderating;

namespace Community.Topics;

/// <summary>A post comes back into sight, with a reason: what was hidden by whoever moderates there, what was removed by a moderator.</summary>
public sealed class ReinstatePost(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to moderate, not out of sight, purged, or without a reason.</exception>
    public Task Run(long personId, long postId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(await db.HiddenOf(post, stop) is null ? Act.Remove : Act.Moderate, post, "Only moderators bring a hidden post back.");
        if (viewer.Is(post.AuthorId)) throw new RefusedException(Refusal.Forbidden, "You wrote this yourself: appeal, and somebody who did not decide looks at it again.");
        await db.DemandNoPurge(post, stop);
        var removal = await db.RemovalOf(post, stop) ?? throw new RefusedException(Refusal.Conflict, "This post is not hidden.");

        post.Reinstate(removal, reason, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
