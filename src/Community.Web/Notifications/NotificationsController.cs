using Community.Notifications;
using Community.Topics.Watching;
using Community.Web.Frame;
using Community.Web.Live;
using Community.Web.Offline;
using Community.Web.Watching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Notifications;

/// <summary>What concerns the person: to see, put off, done, and muted.</summary>
[Route("/notifications")]
public sealed class NotificationsController(CurrentViewer current, NoticeLoading notices, IStringLocalizer<NotificationsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery(Name = "for")] string? filter, long? before, [FromServices] WatchLoading watches)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();
        if (viewer.MayKeepOwnLists) Response.MayBeKept();
        if (filter == "muted") return View("Muted", await notices.Muted(viewer, await watches.Chosen(viewer, WatchLevel.Mute)));

        return View(await notices.Load(viewer, filter switch { "done" => NoticeTab.Done, "later" => NoticeTab.Later, _ => NoticeTab.ToSee }, before));
    }

    /// <summary>Done with one topic or space, or with all when neither is named.</summary>
    [HttpPost("done")]
    public async Task<IActionResult> Done(long? topic, long? space, long upTo, [FromServices] SeeNotices see, [FromServices] Bells bells)
    {
        await see.Run(current.PersonId, upTo, About(topic, space), stop: HttpContext.RequestAborted);
        return await Back(bells, text["Done. You find it again under Done."]);
    }

    /// <param name="until">morning, monday, writes, or a time as a form has it, in the reader's zone.</param>
    [HttpPost("later")]
    public async Task<IActionResult> Later(long? topic, long? space, long upTo, string? until, [FromServices] PutOffNotices put, [FromServices] LaterTimes times, [FromServices] Bells bells)
    {
        if (About(topic, space) is not { } about) return NotFound();

        await put.Run(current.PersonId, upTo, about, until == "writes" ? null : await times.Of(until), HttpContext.RequestAborted);
        return await Back(bells, text["Put off. It comes back by itself; until then it stands under Later."]);
    }

    /// <summary>Hears nothing more of one topic or space, and is done with what came of it.</summary>
    [HttpPost("mute")]
    public async Task<IActionResult> Mute(long? topic, long? space, long upTo, [FromServices] ChooseWatch choose, [FromServices] SeeNotices see, [FromServices] Bells bells)
    {
        if (About(topic, space) is not { } about) return NotFound();

        await choose.Run(current.PersonId, new WatchSubject(TopicId: about.TopicId, SpaceId: about.SpaceId), WatchLevel.Mute, HttpContext.RequestAborted);
        await see.Run(current.PersonId, upTo, about, stop: HttpContext.RequestAborted);
        return await Back(bells, text["Muted. You hear of it again only when somebody names you; under Muted you take that back."]);
    }

    static NoticeSubject? About(long? topic, long? space) => topic is not null ? new NoticeSubject(topic, null) : space is not null ? new NoticeSubject(null, space) : null;

    async Task<IActionResult> Back(Bells bells, LocalizedString said)
    {
        await bells.Ring(current.PersonId, HttpContext.RequestAborted);
        TempData["Said"] = said.Value;
        return new SeeOther("/notifications");
    }
}
