using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>What somebody has begun and not sent.</summary>
[Route("/drafts")]
public sealed class DraftsController(CurrentViewer current, DraftLoading drafts, SaveDraft save, IStringLocalizer<TopicsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(string? after, long? discarded) =>
        (await current.Get()).IsSignedIn ? View("Drafts", await drafts.List(after, discarded)) : NotFound();

    /// <summary>Called by the script while somebody types, and by the button where there is none.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(DraftForm form)
    {
        var (me, place, isScript) = (current.PersonId, DraftPlace.Of(form.Place), Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal));
        try
        {
            var version = await save.Run(me, place, form.ToText(), form.DraftVersion, HttpContext.RequestAborted);
            if (isScript) return Json(new { version });

            TempData["Said"] = version is null ? text["There was nothing to keep."].Value : text["Your draft is saved."].Value;
            return new SeeOther(DraftAddress.Of(place));
        }
        catch (StaleDraftException stale) when (isScript)
        {
            return new JsonResult(new { stale.Version, stale.At, stale.Text }) { StatusCode = StatusCodes.Status409Conflict };
        }
        catch (StaleDraftException)
        {
            throw new RefusedException(Refusal.Conflict, "A newer text of yours is kept at this place, saved from another page or device. It stays; copy what you need from the one below.");
        }
    }

    [HttpPost("{id:long}/discard")]
    public async Task<IActionResult> Discard(long id, [FromServices] DiscardDraft discard)
    {
        await discard.Run(current.PersonId, id, stop: HttpContext.RequestAborted);
        return new SeeOther($"/drafts?discarded={id}");
    }

    [HttpPost("{id:long}/restore")]
    public async Task<IActionResult> Restore(long id, [FromServices] DiscardDraft discard)
    {
        await discard.Run(current.PersonId, id, isDiscarded: false, HttpContext.RequestAborted);
        return new SeeOther("/drafts");
    }
}
