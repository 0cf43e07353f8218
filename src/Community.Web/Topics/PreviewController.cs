using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>What the composer asks for while somebody writes.</summary>
public sealed class PreviewController(CommunityContext db, CurrentViewer current, PostTexts texts, PostLoading posts) : Controller
{
    /// <summary>The text as it will stand, by the same renderer.</summary>
    [HttpPost("/preview")]
    public async Task<IActionResult> Preview([FromForm] string? text, [FromForm] TopicKind kind)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();
        if (string.IsNullOrWhiteSpace(text)) return Content("", "text/html");

        var rendered = await texts.Render(text, kind, kind == TopicKind.Note ? Part.Opening : Part.Reply, HttpContext.RequestAborted);
        var quotes = await posts.Quotes([.. QuotedHtml.Sources(rendered.Html).Distinct()], viewer);
        return Content(QuotedHtml.Fill(rendered.Html, quotes, "…"), "text/html; charset=utf-8");
    }

    /// <summary>Subjects that begin like this and that stand on a topic the person may see; at most eight.</summary>
    [HttpGet("/tags/names")]
    public async Task<IActionResult> TagNames(string? q)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var start = (q ?? "").Trim().TrimStart('#').ToLowerInvariant();
        var topics = db.Topics.AsNoTracking().ListedFor(viewer);
        var names = await db.TopicTags.AsNoTracking().Where(t => t.Tag!.Name.StartsWith(start) && topics.Any(topic => topic.Id == t.TopicId))
            .GroupBy(t => t.Tag!.Name).OrderByDescending(g => g.Count()).Take(8).Select(g => new { value = "#" + g.Key, label = g.Key }).ToListAsync();
        return Json(names);
    }
}
