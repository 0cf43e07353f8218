using Community.Notifications;
using Community.Web.Frame;
using Community.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Notifications;

/// <summary>What concerns the person: to see, and done.</summary>
[Route("/notifications")]
public sealed class NotificationsController(CurrentViewer current, NoticeLoading notices, IStringLocalizer<NotificationsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery(Name = "for")] string? filter, long? before)
    {
        var viewer = await current.Get();
        return viewer.IsSignedIn ? View(await notices.Load(viewer, filter == "done", before)) : NotFound();
    }

    /// <summary>Done with one topic or space, or with all when neither is named.</summary>
    [HttpPost("done")]
    public async Task<IActionResult> Done(long? topic, long? space, long upTo, [FromServices] SeeNotices see, [FromServices] Bells bells)
    {
        var personId = current.PersonId;
        await see.Run(personId, upTo, topic is null && space is null ? null : new NoticeSubject(topic, space), stop: HttpContext.RequestAborted);
        await bells.Ring(personId, HttpContext.RequestAborted);
        TempData["Said"] = text["Done. You find it again under Done."].Value;
        return new SeeOther("/notifications");
    }
}
