using Community.Experts;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>What somebody chooses for being named as one who knows; it stands on the account page.</summary>
public sealed class KnowingController(CurrentViewer current, AccountLoading loading, IStringLocalizer<PeopleText> text) : Controller, IFormAgain
{
    [HttpPost("/account/knowing")]
    public async Task<IActionResult> Hide(bool hidden, [FromServices] HideMe hide)
    {
        await hide.Run(current.PersonId, hidden, HttpContext.RequestAborted);
        return Done(hidden ? text["You are not named to others any more."] : text["You are named again where you know something."]);
    }

    [HttpPost("/account/knowing/avoided")]
    public async Task<IActionResult> Avoid(string? subject, [FromServices] AvoidSubject avoid)
    {
        await avoid.Run(current.PersonId, subject ?? "", HttpContext.RequestAborted);
        return Done(text["You are not named for this subject any more."]);
    }

    [HttpPost("/account/knowing/avoided/{id:long}/allow")]
    public async Task<IActionResult> Allow(long id, [FromServices] AllowSubject allow)
    {
        await allow.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Done(text["The subject is off the list."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (action != nameof(Avoid)) return null;

        var page = await loading.Load();
        return View("Account", page with { Knowing = page.Knowing with { Typed = arguments.TryGetValue("subject", out var typed) ? typed as string : null } });
    }

    SeeOther Done(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/account#knowing");
    }
}
