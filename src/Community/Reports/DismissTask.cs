using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Reports;

/// <summary>Who keeps the post says why a report of failure needs no revision.</summary>
public sealed class DismissTask(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such task for this person, it is not open, or there is no reason.</exception>
    public Task Run(long personId, long taskId, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var task = await db.TaskFor(viewer, taskId, stop);
        task.Dismiss(reason, viewer.NameOn(task.Post), clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
