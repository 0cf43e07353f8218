using Community.Questions.Finding;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Asking;

/// <summary>What follows when something was there already: to read it, or to ask anyway.</summary>
[Route("/finds/{id:long}")]
public sealed class FindsController(CurrentViewer current, FindLoading finds) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(long id) => await finds.Load(id) is { } page ? View("Find", page) : NotFound();

    [HttpPost("asked")]
    public async Task<IActionResult> Asked(long id, [FromServices] TakeBackFind back)
    {
        var words = (await finds.Load(id))?.Words;
        return new SeeOther(await back.Run(current.PersonId, id, HttpContext.RequestAborted) || string.IsNullOrEmpty(words) ? "/new/question" : "/new/question?title=" + Uri.EscapeDataString(words));
    }
}
