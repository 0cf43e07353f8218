using Community.Reports;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Reports;

/// <summary>What did not work, for those who keep it.</summary>
[Route("/tasks")]
public sealed class TasksController(CurrentViewer current, TaskListing tasks, IStringLocalizer<ReportsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(string? state, long? after)
    {
        if (!(await current.Get()).IsSignedIn) return NotFound();

        return View("Tasks", await tasks.Page(state switch { "done" => TaskState.Done, "dismissed" => TaskState.Dismissed, _ => TaskState.Open }, after));
    }

    [HttpPost("{id:long}/dismiss")]
    public async Task<IActionResult> Dismiss(long id, string? reason, [FromServices] DismissTask dismiss)
    {
        await dismiss.Run(current.PersonId, id, reason, HttpContext.RequestAborted);
        return Said(text["Dismissed. Whoever reported it is told why."], TaskState.Open);
    }

    [HttpPost("{id:long}/reopen")]
    public async Task<IActionResult> Reopen(long id, [FromServices] ReopenTask reopen)
    {
        await reopen.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(text["It waits again."], TaskState.Open);
    }

    /// <summary>The newest revision answers it.</summary>
    [HttpPost("{id:long}/finish")]
    public async Task<IActionResult> Finish(long id, long post, [FromServices] FinishTasks finish)
    {
        await finish.Run(current.PersonId, post, [id], HttpContext.RequestAborted);
        return Said(text["Done. Whoever reported it is told."], TaskState.Open);
    }

    SeeOther Said(string sentence, TaskState state)
    {
        TempData["Said"] = sentence;
        return new SeeOther(TaskListing.Address(state));
    }
}
