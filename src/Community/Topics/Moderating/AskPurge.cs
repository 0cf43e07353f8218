using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>A moderator or administrator asks for a post to be erased for good. What is still in sight is hidden at once.</summary>
public sealed class AskPurge(CommunityStore store, TimeProvider clock)
{
    /// <returns>The purge's id.</returns>
    /// <exception cref="RefusedException">Not there, not this person's to do, purged or asked for already, no such rule, or without a reason.</exception>
    public Task<long> Run(long personId, long postId, string reason, long? ruleId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Purge, post, "Only moderators and administrators have a post purged.");
        if (await db.RemovalOf(post, stop) is { Kind: RemovalKind.Purged }) throw new RefusedException(Refusal.Conflict, "This post was purged already.");
        if (await db.Purgings.AnyAsync(p => p.PostId == postId && p.EndedAt == null, stop)) throw new RefusedException(Refusal.Conflict, "Somebody has asked for this purge already; it waits for a second person.");

        var rule = await db.RuleToCite(ruleId, stop);
        var purging = db.Purgings.Add(new Purging(postId, rule, reason, personId, clock.Now())).Entity;
        if (post.Standing == Standing.Published) db.Removals.Add(post.Remove(reason, personId, clock.Now(), RemovalKind.Hidden, rule));
        await db.SaveChangesAsync(stop);
        return purging.Id;
    }, stop);
}
