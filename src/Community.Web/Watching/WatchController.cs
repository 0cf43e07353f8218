using Community.Topics.Watching;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Watching;

/// <summary>How much somebody hears of a topic, a subject, a space, or somebody's practice notes.</summary>
[Route("/watching")]
public sealed class WatchController(CurrentViewer current, WatchLoading watches, IStringLocalizer<WatchingText> text) : Controller
{
    /// <summary>All that the person chose.</summary>
    [HttpGet("")]
    public async Task<IActionResult> All() => await current.Get() is { IsSignedIn: true } viewer ? View("All", await watches.Chosen(viewer)) : NotFound();

    [HttpGet("{what}/{id:long}")]
    public async Task<IActionResult> Menu(string what, long id) =>
        await current.Get() is { IsSignedIn: true } viewer && await watches.Find(viewer, what, id) is { } thing ? View("Menu", await watches.Menu(viewer, thing)) : NotFound();

    /// <param name="level">Watch, Follow, ToMe or Mute; empty takes the choice back.</param>
    /// <param name="back">all: to the list of all choices.</param>
    [HttpPost("{what}/{id:long}")]
    public async Task<IActionResult> Choose(string what, long id, WatchLevel? level, string? back, [FromServices] ChooseWatch choose)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || WatchLoading.Subject(what, id) is not { } subject) return NotFound();

        await choose.Run(current.PersonId, subject, level, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved. Nobody else sees what you follow."].Value;
        return new SeeOther(back == "all" ? "/watching" : back == "muted" ? "/notifications?for=muted" : (await watches.Find(viewer, what, id))?.Address ?? "/watching");
    }
}
