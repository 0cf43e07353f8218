using Community.Glossary;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Glossary;
using Community.Web.Holding;
using Community.Web.NoteLinks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>What the composer asks for while somebody writes.</summary>
public sealed class PreviewController(CommunityContext db, CurrentViewer current, PostTexts texts, PostLoading posts, AttachmentLoading attachments) : Controller
{
    /// <summary>The text as it will stand, by the same renderer, with the words marked that the writer's glossaries know.</summary>
    /// <param name="space">Where it will stand: that space's meaning of a word goes before another's.</param>
    [HttpPost("/preview")]
    public async Task<IActionResult> Preview([FromForm] string? text, [FromForm] TopicKind kind, [FromForm] string? space, [FromServices] KnownGlossary glossary, [FromServices] NoteLinkLoading notes, [FromServices] KnownCommunity known, [FromServices] FoundLoading loading, [FromServices] IStringLocalizer<TopicsText> words)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();
        if (string.IsNullOrWhiteSpace(text)) return Content("", "text/html");

        var rendered = await texts.Render(text, kind, kind == TopicKind.Note ? Part.Opening : Part.Reply, stop: HttpContext.RequestAborted);
        var quotes = await posts.Quotes([.. QuotedHtml.Sources(rendered.Html).Distinct()], viewer);
        var spaceId = (await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == space)?.Id ?? 0;
        var linked = (await notes.For([(0, rendered.Html)], spaceId))(0, rendered.Html);
        var html = PictureHtml.Fill(QuotedHtml.Fill(linked, quotes, "…"), await attachments.Pictures([rendered.Html]), words["A picture stood here that is out of your sight."]);
        Response.ContentType = "text/html; charset=utf-8";
        return PartialView("/Holding/_Preview.cshtml", (TermHtml.Fill(html, await glossary.For(viewer), spaceId), rendered.Found.Count == 0 ? null : await loading.Of(text, [.. rendered.Found.Where(found => found.SpaceId is null || found.SpaceId == spaceId)], mustBeSent: false)));
    }

    /// <summary>Subjects that begin like this and that stand on a topic the person may see; at most eight.</summary>
    [HttpGet("/tags/names")]
    public async Task<IActionResult> TagNames(string? q)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var start = (q ?? "").Trim().TrimStart('#').ToLowerInvariant();
        var names = await db.TagNamesFor(viewer, start).Take(8).ToListAsync();
        return Json(names.Select(name => new { value = "#" + name, label = name }));
    }
}
