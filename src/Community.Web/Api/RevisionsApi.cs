using Community.People;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>What a post said before.</summary>
static class RevisionsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/posts/{id:long}/revisions", List).WithName("listRevisions").WithSummary("List the revisions of a post").WithDescription("The oldest first, each with its whole text.").Refuses(422);

    static async Task<Ok<Page<RevisionAnswer>>> List(long id, [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, PostAnswers posts, CancellationToken stop)
    {
        var viewer = await current.Get();
        var post = await posts.Find(id);
        if (!post.IsReadableBy(viewer)) throw new RefusedException(Refusal.NotFound, "There is no such post, or it is not for you.");

        var position = paging.From(1);
        var after = position.IsStart ? 0 : position.Place[0];
        var (all, people) = (db.Revisions.AsNoTracking().Where(r => r.PostId == id), db.People);
        var rows = await all.Where(r => r.Number > after).OrderBy(r => r.Number).Take(position.Limit + 1)
            .Select(r => new { r.Number, r.EditorId, Editor = people.Where(p => p.Id == r.EditorId).Select(p => p.Name).First(), r.At, r.Summary, r.Source }).ToListAsync(stop);
        var texts = await posts.Readable(rows.ConvertAll(row => (row.Source, viewer.Is(post.AuthorId))));
        var revisions = rows.Zip(texts, (row, text) => new RevisionAnswer(row.Number, post.UnnamedAt is null ? new Author(row.EditorId, row.Editor) : null, row.At, row.Summary, text)).ToList();
        return TypedResults.Ok(position.Page(revisions, await all.CountAsync(stop), row => [row.Number]));
    }
}
