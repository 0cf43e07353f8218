using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Topics.Masks;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Masks;

/// <summary>Questions without a name: whether a space takes them, who looked who asked, and showing the own name after all.</summary>
public sealed class MasksController(CommunityContext db, CurrentViewer current, MaskLoading loading, TopicLoading topics, IStringLocalizer<MasksText> text) : Controller, IFormAgain
{
    /// <summary>Shows the name in the answer itself, which nothing keeps: another look is another row.</summary>
    [HttpPost("/topics/{id:long}/mask/looks")]
    public async Task<IActionResult> Look(long id, string? reason, [FromServices] LookBehindMask look)
    {
        var asker = await look.Run(current.PersonId, id, reason, HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        return await topics.Find(id) is { } topic ? View("Seen", new SeenPage(await topics.Head(topic), asker)) : NotFound();
    }

    [HttpPost("/topics/{id:long}/mask/off")]
    public async Task<IActionResult> TakeOff(long id, [FromServices] TakeMaskOff take)
    {
        await take.Run(current.PersonId, id, HttpContext.RequestAborted);
        TempData["Said"] = text["Your name stands at this question now."].Value;
        return new SeeOther(await topics.Find(id) is { } topic ? (await topics.Head(topic)).Address : "/");
    }

    [HttpPost("/spaces/{slug}/masks")]
    public async Task<IActionResult> Allow(string slug, bool allowed, [FromServices] AllowMasks allow)
    {
        await allow.Run(current.PersonId, slug, allowed, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/spaces/" + slug);
    }

    [HttpGet("/spaces/{slug}/looks")]
    public async Task<IActionResult> Looks(string slug, long? before)
    {
        var space = await db.Spaces.AsNoTracking().VisibleTo(await current.Get()).Where(s => s.Slug == slug).Select(s => new { s.Id, s.Slug, s.Name }).FirstOrDefaultAsync();
        if (space is null || !await loading.MayLook(space.Id)) return NotFound();

        var (rows, next) = await loading.In(space.Id, before);
        return View("Looks", new MaskLooksPage(space.Slug, space.Name, rows, next is { } last ? $"/spaces/{space.Slug}/looks?before={last}" : null));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Look) && arguments["id"] is long id && await topics.Find(id) is { } topic
            ? View(topic.Kind == TopicKind.Question ? "/Topics/Question.cshtml" : "/Topics/Thread.cshtml", await topics.Load(topic, null, null)) : null;
}
