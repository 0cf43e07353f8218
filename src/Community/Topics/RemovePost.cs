using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>A moderator hides a post with a reason; a tombstone stays.</summary>
public sealed class RemovePost(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">Not there, not this person's to moderate, out of sight already, or without a reason.</exception>
    public Task Run(long personId, long postId, string reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Remove, post, "Only moderators hide a post.");

        db.Removals.Add(post.Remove(reason, personId, clock.Now()));
        await db.SaveChangesAsync(stop);
    }, stop);
}
