using Community.Spaces;
using Community.Store;
using Community.Topics;

namespace Community.Reports;

/// <summary>The post's newest revision answers reports of failure; whoever reported is told. It follows the saving: what fails in between leaves the tasks open, and saying it again does no harm.</summary>
public sealed class FinishTasks(CommunityStore store, TimeProvider clock)
{
    /// <param name="taskIds">What is not open any more, or of another post, is passed over.</param>
    /// <returns>How many were open.</returns>
    /// <exception cref="RefusedException">There is no such post that this person answers for.</exception>
    public Task<int> Run(long personId, long postId, IReadOnlyCollection<long> taskIds, CancellationToken stop = default) => store.Write(async db =>
    {
        var viewer = await db.Viewer(personId, stop);
        var tasks = await db.OpenTasksOf(viewer, postId, taskIds, stop);
        foreach (var task in tasks) task.Finish(viewer.NameOn(task.Post), clock.Now());
        await db.SaveChangesAsync(stop);
        return tasks.Count;
    }, stop);
}
