using Community.Governance;
using Community.Spaces;
using Community.Store;

namespace Community.Topics;

/// <summary>A moderator removes a post under a rule, also one that was hidden until this was decided; a tombstone stays.</summary>
public sealed class RemovePost(CommunityStore store, TimeProvider clock)
{
    /// <param name="ruleId">The rule that is cited; null for the general one.</param>
    /// <exception cref="RefusedException">Not there, not this person's to moderate, out of sight already, or without a reason.</exception>
    public Task Run(long personId, long postId, string reason, long? ruleId = null, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Remove, post, "Only moderators remove a post.");
        var rule = await db.RuleToCite(ruleId, stop);

        db.Removals.Add(await db.HiddenOf(post, stop) is { } hidden ? post.Turn(hidden, reason, personId, clock.Now(), rule) : post.Remove(reason, personId, clock.Now(), RemovalKind.Removed, rule));
        await db.SaveChangesAsync(stop);
    }, stop);
}
