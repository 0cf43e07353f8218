using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.NoteLinks;

/// <summary>Notes to take along.</summary>
public sealed class NoteFilesController(TopicLoading topics, NoteMarkdown markdown, Looks looks) : Controller
{
    /// <summary>The note as Markdown, whatever its title was when the address was made.</summary>
    [HttpGet("/notes/{id:long}/{slug}.md")]
    public async Task<IActionResult> Markdown(long id)
    {
        if (await topics.Find(id) is not { Kind: TopicKind.Note } note || await markdown.Of(note, $"{Request.Scheme}://{Request.Host}") is not { } file) return NotFound();

        await looks.Record(note.SpaceId);
        Response.Headers.ContentDisposition = $"inline; filename=\"{Slug.Of(file.Title)}.md\"";
        Response.Headers.CacheControl = "no-cache";
        return Content(file.Markdown, "text/markdown; charset=utf-8");
    }
}
