using Community.Questions.Promise;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Asking;

/// <summary>By which day a question needs its answer.</summary>
[Route("/questions/{id:long}/need")]
public sealed class NeedsController(CurrentViewer current, TopicLoading topics, IStringLocalizer<AskingText> text) : Controller, IFormAgain
{
    /// <param name="neededBy">As a form has it: 2026-12-04.</param>
    [HttpPost("")]
    public async Task<IActionResult> Say(long id, string? neededBy, string? needReason, [FromServices] SayNeed say)
    {
        await say.Run(current.PersonId, id, IsoDay.Parse(neededBy, nameof(NeededBy)), needReason, HttpContext.RequestAborted);
        return await Back(id, text["Said. Those who are asked see it, and hear of it in time."].Value);
    }

    [HttpPost("end")]
    public async Task<IActionResult> End(long id, [FromServices] EndNeed end)
    {
        await end.Run(current.PersonId, id, HttpContext.RequestAborted);
        return await Back(id, text["It is not needed by a day any more."].Value);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        arguments["id"] is long id && await topics.Find(id) is { Kind: TopicKind.Question } topic ? View("/Topics/Question.cshtml", await topics.Load(topic, null, null)) : null;

    async Task<IActionResult> Back(long id, string said)
    {
        TempData["Said"] = said;
        return new SeeOther(await topics.Find(id) is { } topic ? TopicAddress.Of(topic.Kind, id, topic.Title) : "/");
    }
}
