using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics.Moderating;

/// <summary>Locks a post that several change back and forth, or unlocks it before its time.</summary>
public sealed class LockPost(CommunityStore store, TimeProvider clock)
{
    /// <param name="hours">0 unlocks it.</param>
    /// <exception cref="RefusedException">Not there, not this person's to moderate, no such time, or without a reason.</exception>
    public Task Run(long personId, long postId, int hours, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var post = await db.PostFor(viewer, postId, stop);
        viewer.Demand(Act.Moderate, post, "Stewards of the space and moderators lock a post.");

        var now = clock.Now();
        if (await db.EditLocks.FirstOrDefaultAsync(l => l.PostId == postId, stop) is { } before) db.EditLocks.Remove(before);
        await db.SaveChangesAsync(stop);
        if (hours != 0) db.EditLocks.Add(new EditLock(postId, hours, reason, personId, now));
        post.Topic.TellTopic(EventKind.Calmed, now, personId, () => FormattableString.Invariant($"post {postId}: {(hours == 0 ? "unlocked" : $"locked for {hours} hours")}, {reason}"));
        await db.SaveChangesAsync(stop);
    }, stop);
}
