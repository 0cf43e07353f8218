using Community.Topics.Moderating;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Moderating;

/// <summary>What was done to the reader's own posts and account, with a way to appeal; and what came of the reader's flags.</summary>
public sealed class ActsController(CurrentViewer current, AppealListing appeals, IStringLocalizer<ModeratingText> text) : Controller, IFormAgain
{
    [HttpGet("/acts")]
    public async Task<IActionResult> Acts() => (await current.Get()).IsSignedIn ? View("Acts", await appeals.OwnActs()) : NotFound();

    [HttpPost("/acts/appeals")]
    public async Task<IActionResult> Appeal(long? removal, long? suspension, string? words, [FromServices] AppealAct appeal)
    {
        await appeal.Run(current.PersonId, removal, suspension, words, HttpContext.RequestAborted);
        TempData["Said"] = text["Sent. Somebody who did not decide looks at it again, and you are told."].Value;
        return new SeeOther("/acts");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        (ViewData["Typed"], ViewData["TypedAt"]) = (arguments.Sent("words"), arguments.Sent("removal") is { } removal ? $"r-{removal}" : $"s-{arguments.Sent("suspension")}");
        return View("Acts", await appeals.OwnActs());
    }

    [HttpGet("/flags")]
    public async Task<IActionResult> Flags() => (await current.Get()).IsSignedIn ? View("Flags", await appeals.OwnFlags()) : NotFound();
}
