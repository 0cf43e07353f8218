using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.NoteLinks;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Notes to take along, and what leads to them.</summary>
static class NotesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/notes/{id:long}/markdown", Markdown).WithName("getNoteMarkdown").WithSummary("Read a note as Markdown").WithDescription("With title, subjects, revision, date, stewards and address as front matter.");
        api.MapGet("/notes/{id:long}/links", Links).WithName("listNoteLinks").WithSummary("List the topics that link to a note").WithDescription("Those that the caller may see, the latest first.").Refuses(422);
        api.MapGet("/notes/wanted", Wanted).WithName("listWantedNotes").WithSummary("List titles that texts link to and that no note bears").WithDescription("By title. Only texts that the caller may read count.").Refuses(422);
    }

    static async Task<Ok<NoteFile>> Markdown(long id, TopicLoading topics, NoteMarkdown markdown, Looks looks, HttpContext http)
    {
        if (await topics.Find(id) is not { } note || await markdown.Of(note, $"{http.Request.Scheme}://{http.Request.Host}") is not { } file)
            throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");

        await looks.Record(note.SpaceId);
        return TypedResults.Ok(file);
    }

    static async Task<Ok<Page<ListedTopic>>> Links(long id, [AsParameters] Paging paging, CommunityContext db, CurrentViewer current, BackLinks backLinks, TopicAnswers answers, CancellationToken stop)
    {
        var note = await backLinks.Note(id) ?? throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");
        var position = paging.From(2);
        var links = await backLinks.To(note);
        var topics = db.Topics.AsNoTracking().ListedFor(await current.Get()).Where(t => links.Any(l => l.Post.TopicId == t.Id));
        var rest = position.IsStart ? topics : TopicListing.After(topics, TopicOrder.Latest, new DateTime(position.Place[0], DateTimeKind.Utc), position.Place[1]);
        var rows = await answers.Load(TopicListing.InOrder(rest, TopicOrder.Latest).Take(position.Limit + 1), stop);
        var last = rows.Count > position.Limit ? await db.Topics.Where(t => t.Id == rows[position.Limit - 1].Id).Select(t => t.LastPostAt).FirstAsync(stop) : default;
        return TypedResults.Ok(position.Page(rows, await topics.CountAsync(stop), row => [last.Ticks, row.Id]));
    }

    static async Task<Ok<Page<WantedTitle>>> Wanted([AsParameters] Paging paging, CommunityContext db, CurrentViewer current, CancellationToken stop)
    {
        var viewer = await current.Get();
        var position = paging.From(1);
        var skipped = position.IsStart ? 0 : (int)Math.Min(position.Place[0], int.MaxValue - Paging.MaxLimit - 1);
        var rows = await WantedNotes.ByTitle(db, viewer).Skip(skipped).Take(position.Limit + 1).Select(row => new WantedTitle(row.Title, row.Count)).ToListAsync(stop);
        return TypedResults.Ok(position.Page(rows, await WantedNotes.Count(db, viewer, stop), _ => [skipped + position.Limit]));
    }
}

/// <summary>A title that is asked for.</summary>
/// <param name="Title">As one of the texts writes it.</param>
/// <param name="Topics">How many topics with such a text the caller may read.</param>
public sealed record WantedTitle(string Title, int Topics);
