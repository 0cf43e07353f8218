using Community.Spaces;
using Community.Store;

namespace Community.Reports;

/// <summary>A task that was dismissed waits again.</summary>
public sealed class ReopenTask(CommunityStore store, TimeProvider clock)
{
    /// <exception cref="RefusedException">There is no such task for this person, or it was not dismissed.</exception>
    public Task Run(long personId, long taskId, CancellationToken stop = default) => store.Write(async db =>
    {
        var task = await db.TaskFor(await db.Viewer(personId, stop), taskId, stop);
        task.Reopen(personId, clock.Now());
        await db.SaveChangesAsync(stop);
    }, stop);
}
