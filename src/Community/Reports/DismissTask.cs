using Community.Spaces;
using Community.Store;

namespace Community.Reports;

/// <summary>Who keeps the post says why a report of failure needs no revision.</summary>
public sealed class DismissTask(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such task for this person, it is not open, or there is no reason.</exception>
    public Task Run(long personId, long taskId, string? reason, CancellationToken stop = default) => store.Write(async db =>
    {
        var task = await db.TaskFor(await db.Viewer(personId, stop), taskId, stop);
        task.Dismiss(reason, personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
