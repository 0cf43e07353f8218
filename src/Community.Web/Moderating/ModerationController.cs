using Community.Topics.Moderating;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Moderating;

/// <summary>The desks of those who moderate: flags, appeals, purges. To others they are not there.</summary>
[Route("/moderation")]
public sealed class ModerationController(CurrentViewer current, CaseListing cases, AppealListing appeals, IStringLocalizer<ModeratingText> text) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> Show() => await Judges() ? Redirect("/moderation/flags") : NotFound();

    [HttpGet("flags")]
    public async Task<IActionResult> Flags(string? state, long? after) => await Judges() ? View("Cases", await cases.Page(state == "done", after)) : NotFound();

    [HttpPost("flags/{id:long}/claim")]
    public async Task<IActionResult> Claim(long id, bool taken, [FromServices] ClaimCase claim)
    {
        await claim.Run(current.PersonId, id, taken, HttpContext.RequestAborted);
        return Said(taken ? text["It is yours to judge, for an hour."] : text["Given back."], "flags");
    }

    [HttpPost("flags/{id:long}/decide")]
    public async Task<IActionResult> Decide(long id, CaseOutcome outcome, long? rule, string? reason, [FromServices] DecideCase decide)
    {
        await decide.Run(current.PersonId, id, outcome, rule, reason, HttpContext.RequestAborted);
        return Said(text["Decided. Those who flagged it are told."], "flags");
    }

    [HttpGet("appeals")]
    public async Task<IActionResult> Appeals() => (await current.Get()).IsModerator ? View("Appeals", new AppealsPage(await appeals.Rows(cases.Html), await cases.Counts())) : NotFound();

    [HttpPost("appeals/{id:long}")]
    public async Task<IActionResult> Judge(long id, bool overturned, string? reason, [FromServices] JudgeAppeal judge)
    {
        await judge.Run(current.PersonId, id, overturned, reason, HttpContext.RequestAborted);
        return Said(overturned ? text["Overturned. What was done is undone, and the one concerned is told."] : text["Upheld. The one concerned is told why."], "appeals");
    }

    [HttpGet("purges")]
    public async Task<IActionResult> Purges() => (await current.Get()).IsModerator ? View("Purges", new PurgesPage(await appeals.PurgeRows(), await cases.Counts())) : NotFound();

    [HttpPost("purges/{id:long}")]
    public async Task<IActionResult> DecidePurge(long id, bool confirmed, [FromServices] DecidePurge decide)
    {
        await decide.Run(current.PersonId, id, confirmed, HttpContext.RequestAborted);
        return Said(confirmed ? text["Purged. The text and all its revisions are gone."] : text["The purge is called off."], "purges");
    }

    /// <summary>The desk with what was typed; what somebody else decided meanwhile is not on it any more.</summary>
    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        (ViewData["Typed"], ViewData["TypedAt"]) = (arguments.Sent("reason"), arguments["id"]);
        return action switch
        {
            nameof(Judge) => await Appeals() as ViewResult,
            nameof(DecidePurge) => await Purges() as ViewResult,
            _ => await Flags(null, null) as ViewResult,
        };
    }

    /// <summary>Stewards judge flags in their spaces, moderators everywhere.</summary>
    async Task<bool> Judges() => (await current.Get()).MayAnywhere(Governance.Act.Moderate);

    SeeOther Said(string sentence, string desk)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/moderation/" + desk);
    }
}
