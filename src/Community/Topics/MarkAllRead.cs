using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Topics;

/// <summary>A person has read all, or says that they had not after all.</summary>
public sealed class MarkAllRead(CommunityStore store, TimeProvider clock)
{
    /// <param name="upToPostId">The newest post when the page was made: what came since stays unread.</param>
    /// <param name="isRead">False takes the last time back.</param>
    public Task Run(long personId, long upToPostId, bool isRead, CancellationToken stop = default) => store.Write(async db =>
    {
        var floor = await db.ReadFloors.FindAsync([personId], stop) ?? db.ReadFloors.Add(new ReadFloor(personId)).Entity;
        // Twice in a row is once: what stood before the first comes back.
        if (!isRead) floor.Lower();
        else if (upToPostId > floor.PostId) floor.Raise(Math.Min(upToPostId, await db.Posts.MaxAsync(p => (long?)p.Id, stop) ?? 0), clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
