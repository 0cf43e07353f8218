using Community.Governance;
using Community.Notes;
using Community.Reports;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Reports;

/// <summary>Loads the refinement tasks of those who keep posts.</summary>
public sealed class TaskListing(CommunityContext db, CurrentViewer current, KnownCommunity known)
{
    public const int PageSize = 30;

    /// <summary>On one note no more are shown; the others stand on the page of tasks.</summary>
    const int MostOfOne = 20;

    /// <summary>How many wait for the viewer.</summary>
    public async Task<int> Waiting()
    {
        var viewer = await current.Get();
        return viewer.IsSignedIn ? await db.RefinementTasks.KeptBy(db, viewer).CountAsync(t => t.State == TaskState.Open) : 0;
    }

    /// <param name="after">The last one of the page before.</param>
    public async Task<TasksPage> Page(TaskState state, long? after)
    {
        var viewer = await current.Get();
        var kept = db.RefinementTasks.AsNoTracking().KeptBy(db, viewer);
        var counts = await kept.GroupBy(t => t.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        // What waits longest stands first; of the others what ended last.
        var list = kept.Where(t => t.State == state);
        if (after is { } last) list = state == TaskState.Open ? list.Where(t => t.Id > last) : list.Where(t => t.Id < last);
        var found = await Rows((state == TaskState.Open ? list.OrderBy(t => t.Id) : list.OrderByDescending(t => t.Id)).Take(PageSize + 1));
        return new TasksPage(state, counts, [.. found.Take(PageSize)], found.Count > PageSize ? FormattableString.Invariant($"{Address(state)}{(state == TaskState.Open ? "?" : "&")}after={found[PageSize - 1].Id}") : null);
    }

    /// <summary>The open tasks of one post; call it only for who answers for the post.</summary>
    public async Task<IReadOnlyList<TaskRow>> OpenOf(long postId) =>
        await Rows(db.RefinementTasks.AsNoTracking().Where(t => t.PostId == postId && t.State == TaskState.Open && t.Report.Retraction == null).OrderBy(t => t.Id).Take(MostOfOne));

    /// <summary>The same, where the viewer answers for the post.</summary>
    public async Task<IReadOnlyList<TaskRow>> OpenFor(long postId)
    {
        var viewer = await current.Get();
        var post = await db.Posts.AsNoTracking().ListedFor(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == postId);
        if (post is null || !Report.Takes(post)) return [];

        var also = post.Topic.Kind == TopicKind.Note ? await NoteCapacity.Of(db, viewer, post.Topic) : Who.Nobody;
        return viewer.AnswersFor(post.Topic.SpaceId, post.AuthorId, also) ? await OpenOf(postId) : [];
    }

    public static string Address(TaskState state) => state switch { TaskState.Done => "/tasks?state=done", TaskState.Dismissed => "/tasks?state=dismissed", _ => "/tasks" };

    async Task<List<TaskRow>> Rows(IQueryable<RefinementTask> tasks)
    {
        var viewer = await current.Get();
        var posts = db.Posts;
        var rows = await tasks.Select(t => new
        {
            t.Id,
            t.PostId,
            t.Post.Part,
            t.Post.Topic.Kind,
            t.Post.TopicId,
            t.Post.Topic.Title,
            IsTitleShown = t.Post.Topic.Standing == Standing.Published,
            t.Report.PersonId,
            IsNameless = posts.Any(p => p.TopicId == t.Post.TopicId && p.AuthorId == t.Report.PersonId && p.UnnamedAt != null),
            t.Report.Place,
            t.Report.Line,
            t.Report.Day,
            t.State,
            t.EndedById,
            t.EndedAt,
            t.Reason,
            t.RevisionNumber,
            IsTakenBack = t.Report.Retraction != null,
        }).ToListAsync();
        var names = await known.Names(rows.Select(row => row.PersonId).Concat(rows.Select(row => row.EndedById).OfType<long>()).Distinct());
        return rows.ConvertAll(row => new TaskRow(row.Id, row.PostId, row.Kind, row.IsTitleShown ? row.Title : null, row.IsNameless && !viewer.Is(row.PersonId) ? null : new Named(row.PersonId, names[row.PersonId].Name),
            row.Place, row.IsTakenBack ? "" : row.Line, row.Day, row.State, row.EndedById is { } by ? new Named(by, names[by].Name) : null, row.EndedAt, row.Reason, row.RevisionNumber, row.IsTakenBack));
    }
}
