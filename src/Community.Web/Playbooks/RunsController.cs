using Community.Playbooks;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Playbooks;

/// <summary>Runs of playbooks: which there are, one of them, and what is done in it.</summary>
[Route("/playbooks/runs")]
public sealed class RunsController(CurrentViewer current, RunReading reading, RunLoading runs, Looks looks, IStringLocalizer<PlaybooksText> text) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? show, string? after) => await reading.Page(RunReading.TabOf(show), after) is { } page ? View("Runs", page) : NotFound();

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id)
    {
        if (await runs.Page(id) is not { } page) return NotFound();

        await looks.Record(page.SpaceId);
        return View("Run", page);
    }

    /// <summary>What of the page changes; an open page asks for it when the log says that the run changed.</summary>
    [HttpGet("{id:long}/fragment")]
    public async Task<IActionResult> Fragment(long id)
    {
        if (await runs.Page(id) is not { } page) return NotFound();

        await looks.Record(page.SpaceId);
        return PartialView("_Run", page);
    }

    [HttpPost("{id:long}/steps/{number:int}/take")]
    public async Task<IActionResult> Take(long id, int number, bool taken, [FromServices] TakeStep take)
    {
        await take.Run(current.PersonId, id, number, taken, HttpContext.RequestAborted);
        return Back(id, taken ? text["You have this step now; others see it."] : text["Given back. Somebody else can take it."]);
    }

    [HttpPost("{id:long}/steps/{number:int}/finish")]
    public async Task<IActionResult> Finish(long id, int number, RunForm form, [FromServices] FinishStep finish)
    {
        await finish.Run(current.PersonId, id, number, form.Line, HttpContext.RequestAborted);
        return Back(id, text["Done."]);
    }

    [HttpPost("{id:long}/steps/{number:int}/skip")]
    public async Task<IActionResult> Skip(long id, int number, RunForm form, [FromServices] SkipStep skip)
    {
        await skip.Run(current.PersonId, id, number, form.Line, HttpContext.RequestAborted);
        return Back(id, text["Skipped."]);
    }

    [HttpPost("{id:long}/reply")]
    public async Task<IActionResult> Propose(long id, RunForm form, [FromServices] ProposeReply propose)
    {
        await propose.Run(current.PersonId, id, form.Text, HttpContext.RequestAborted);
        return Back(id, text["Sent. It goes out once somebody has approved it and you have posted it."]);
    }

    [HttpPost("{id:long}/approve")]
    public async Task<IActionResult> Approve(long id, RunForm form, bool approved, [FromServices] ApproveReply approve)
    {
        await approve.Run(current.PersonId, id, form.Version, approved, form.Note, HttpContext.RequestAborted);
        return Back(id, approved ? text["Approved."] : text["Given back, with your reason."]);
    }

    /// <summary>Puts the answer into the ordinary composer, as a draft of this person.</summary>
    [HttpPost("{id:long}/compose")]
    [ReadsNoForm]
    public async Task<IActionResult> Compose(long id, [FromServices] OpenReply open)
    {
        var place = await open.Run(current.PersonId, id, HttpContext.RequestAborted);
        TempData["Said"] = text["The answer is your draft here. Nothing is posted before you send it."].Value;
        return new SeeOther(DraftAddress.Of(place));
    }

    [HttpPost("{id:long}/end")]
    public async Task<IActionResult> End(long id, RunForm form, bool stopped, [FromServices] FinishRun finish, [FromServices] StopRun stop)
    {
        if (stopped) await stop.Run(current.PersonId, id, form.Outcome, HttpContext.RequestAborted);
        else await finish.Run(current.PersonId, id, form.Outcome, HttpContext.RequestAborted);
        return Back(id, stopped ? text["Stopped."] : text["Finished. What came of it stays on record."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (!arguments.TryGetValue("id", out var id) || await runs.Page((long)id!) is not { } page) return null;

        (ViewData["Typed"], ViewData["Refused"]) = (arguments.TryGetValue("form", out var form) ? form as RunForm : null, action);
        return View("Run", page);
    }

    SeeOther Back(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther(RunAddress.Of(id));
    }
}
