using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Reports;

/// <summary>A task that was dismissed waits again.</summary>
public sealed class ReopenTask(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such task for this person, or it was not dismissed.</exception>
    public Task Run(long personId, long taskId, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var task = await db.TaskFor(viewer, taskId, stop);
        task.Reopen(viewer.NameOn(task.Post), clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
