using Community.Notes.Combining;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Combining;

/// <summary>Lists a note in further spaces.</summary>
[Route("/notes/{id:long}/places")]
public sealed class PlacementsController(CommunityContext db, CurrentViewer current, TopicLoading topics, PlaceNote place, IStringLocalizer<CombiningText> text) : Controller
{
    [HttpPost("")]
    public Task<IActionResult> Add(long id, string? space) => Place(id, space ?? "", true);

    [HttpPost("{space}")]
    public async Task<IActionResult> Change(long id, string space, bool placed)
    {
        var viewer = await current.Get();
        return await db.Spaces.VisibleTo(viewer).AnyAsync(s => s.Slug == space) ? await Place(id, space, placed) : NotFound();
    }

    async Task<IActionResult> Place(long id, string space, bool placed)
    {
        await place.Run(current.PersonId, id, space, placed, HttpContext.RequestAborted);
        TempData["Said"] = (placed ? text["It is listed there too, for those who can read it here."] : text["It is listed there no longer."]).Value;
        return new SeeOther(await topics.Find(id) is { } note ? (await topics.Head(note)).Address : "/");
    }
}
