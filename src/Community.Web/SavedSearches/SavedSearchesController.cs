using System.Globalization;
using Community.Search;
using Community.Search.Saved;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.SavedSearches;

/// <summary>A person's saved searches.</summary>
[Route("/searches")]
public sealed class SavedSearchesController(CurrentViewer current, SavedSearchLoading searches, IStringLocalizer<SavedSearchesText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(long? deleted) => (await current.Get()).IsSignedIn ? View("SavedSearches", await searches.Load(deleted)) : NotFound();

    /// <param name="q">What was typed; the rest is what was chosen.</param>
    [HttpPost("")]
    public async Task<IActionResult> Save(string? q, string? kind, string? space, string? tag, string? name, [FromServices] SaveSearch save)
    {
        var request = new SearchRequest(q ?? "", Enum.TryParse<TopicKind>(kind, true, out var only) && Enum.IsDefined(only) ? only : null, space, tag);
        await save.Run(current.PersonId, request, name ?? "", stop: HttpContext.RequestAborted);
        TempData["Said"] = text["Saved. You get a notice when something new fits."].Value;
        return new SeeOther("/searches");
    }

    [HttpPost("{id:long}/rename")]
    public async Task<IActionResult> Rename(long id, string? name, [FromServices] ChangeSearch change)
    {
        await change.Run(current.PersonId, id, name: name ?? "", stop: HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/searches");
    }

    /// <param name="on">Whether it tells of what is new.</param>
    [HttpPost("{id:long}/alert")]
    public async Task<IActionResult> Alert(long id, bool on, [FromServices] ChangeSearch change)
    {
        await change.Run(current.PersonId, id, isAlerting: on, stop: HttpContext.RequestAborted);
        TempData["Said"] = on ? text["From now on you get a notice when something new fits."].Value : text["You get no more notices of this search."].Value;
        return new SeeOther("/searches");
    }

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, [FromServices] DeleteSearch delete)
    {
        await delete.Run(current.PersonId, id, stop: HttpContext.RequestAborted);
        return new SeeOther(string.Create(CultureInfo.InvariantCulture, $"/searches?deleted={id}"));
    }

    [HttpPost("{id:long}/restore")]
    public async Task<IActionResult> Restore(long id, [FromServices] DeleteSearch delete)
    {
        await delete.Run(current.PersonId, id, isDeleted: false, HttpContext.RequestAborted);
        return new SeeOther("/searches");
    }
}
