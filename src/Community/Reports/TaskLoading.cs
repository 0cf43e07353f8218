using Community.Governance;
using Community.Notes;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Reports;

/// <summary>How this area's verbs load the tasks they decide on.</summary>
static class TaskLoading
{
    extension(CommunityContext db)
    {
        /// <summary>The task with its post, held, and its report.</summary>
        /// <exception cref="RefusedException">There is no such task for this viewer: to others it is not there.</exception>
        public async Task<RefinementTask> TaskFor(Viewer viewer, long taskId, CancellationToken stop)
        {
            var postId = await db.RefinementTasks.Where(t => t.Id == taskId).Select(t => (long?)t.PostId).FirstOrDefaultAsync(stop);
            if (postId is null || await db.KeptPost(viewer, postId.Value, stop) is null) throw Missing();

            return await db.RefinementTasks.Include(t => t.Report.Retraction).FirstAsync(t => t.Id == taskId, stop);
        }

        /// <summary>The open tasks of these that are about the post.</summary>
        /// <exception cref="RefusedException">The post is not there, or this viewer does not answer for it.</exception>
        public async Task<List<RefinementTask>> OpenTasksOf(Viewer viewer, long postId, IReadOnlyCollection<long> taskIds, CancellationToken stop) =>
            await db.KeptPost(viewer, postId, stop) is null
                ? throw Missing()
                : await db.RefinementTasks.Where(t => t.PostId == postId && t.State == TaskState.Open && taskIds.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(stop);

        async Task<Post?> KeptPost(Viewer viewer, long postId, CancellationToken stop)
        {
            var post = await db.PostFor(viewer, postId, stop);
            var also = post.Topic.Kind == TopicKind.Note ? await NoteCapacity.Of(db, viewer, post.Topic, stop) : Who.Nobody;
            return post.Standing == Standing.Published && viewer.AnswersFor(post.Topic.SpaceId, post.AuthorId, also) ? post : null;
        }
    }

    static RefusedException Missing() => new(Refusal.NotFound, "There is no such task, or it is not for you.");
}
