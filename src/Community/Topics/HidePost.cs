using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>Somebody who moderates hides a post until it is decided what becomes of it.</summary>
public sealed class HidePost(CommunityStore store, TimeProvider clock)
{
    /// <param name="ruleId">The rule that it seems to be against.</param>
    /// <exception cref="RefusedException">Not there, not this person's to moderate, out of sight already, no such rule, or without a reason.</exception>
    public Task Run(long personId, long postId, string reason, long? ruleId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Moderate, post, "Stewards of the space and moderators hide a post. You can flag it.");

        db.Removals.Add(post.Remove(reason, personId, clock.Now(), RemovalKind.Hidden, await db.RuleToCite(ruleId, stop)));
        await db.SaveChangesAsync(stop);
    }, stop);
}
