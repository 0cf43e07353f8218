using Community.Policies;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Policies;

/// <summary>Policies to read and to acknowledge.</summary>
[Route("/policies")]
public sealed class PoliciesController(CurrentViewer current, PolicyLoading policies, IStringLocalizer<PoliciesText> text) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> List() => (await current.Get()).IsSignedIn ? View("Policies", await policies.List()) : NotFound();

    [HttpGet("{id:long}/{slug?}")]
    public async Task<IActionResult> Show(long id, int? version)
    {
        if (await policies.Page(id, version) is not { } page) return NotFound();
        if (Request.Path.Value == page.Row.Address) return View("Policy", page);

        Response.Headers.CacheControl = "no-cache";
        return RedirectPermanent(page.Row.Address + Request.QueryString);
    }

    [HttpGet("{id:long}/differences")]
    public async Task<IActionResult> Differences(long id, int from, int to) => await policies.Difference(id, from, to) is { } page ? View("Differences", page) : NotFound();

    [HttpGet("{id:long}/report")]
    public async Task<IActionResult> Report(long id) => await policies.Report(id) is { } page ? View("Report", page) : NotFound();

    [HttpPost("{id:long}/acknowledge")]
    public async Task<IActionResult> Acknowledge(long id, [FromForm] int version, [FromForm] int[] answers, [FromServices] AcknowledgePolicy acknowledge)
    {
        await acknowledge.Run(current.PersonId, id, version, answers, HttpContext.RequestAborted);
        TempData["Said"] = text["Noted: you know version {0}.", version].Value;
        return new SeeOther(FormattableString.Invariant($"/policies/{id}"));
    }

    /// <summary>The policy with what was chosen, and a remark where the policy says it otherwise.</summary>
    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        ViewData["Answers"] = arguments.Sent("answers");
        return await policies.Page((long)arguments["id"]!) is { } page ? View("Policy", page) : null;
    }
}
