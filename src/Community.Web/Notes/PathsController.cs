using Community.Governance;
using Community.Notes.Paths;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>Paths for newcomers: to find, to walk, and to begin one.</summary>
public sealed class PathsController(CommunityContext db, CurrentViewer current, KnownCommunity known, PathReading reading, Looks looks) : Controller, IFormAgain
{
    const int PageSize = 50;

    [HttpGet("/paths")]
    public async Task<IActionResult> List(string? space, long? after)
    {
        var viewer = await current.Get();
        var of = string.IsNullOrEmpty(space) ? null : (await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == space && viewer.CanRead(s.Id));
        if (of is null && !string.IsNullOrEmpty(space)) return NotFound();

        var paths = await db.PathsListedFor(viewer).AsNoTracking().Where(p => (of == null || p.SpaceId == of.Id) && (after == null || p.Id > after)).OrderBy(p => p.Id).Take(PageSize + 1).ToListAsync();
        if (!viewer.IsSignedIn && paths.Count == 0) return NotFound();

        if (of is not null) await looks.Record(of.Id);
        var rows = await reading.Rows(viewer, paths);
        var (buddies, people) = (db.BuddyChoices, db.People);
        var choosers = viewer.IsSignedIn ? await buddies.CountAsync(b => b.BuddyId == viewer.PersonId && people.Any(p => p.Id == b.PersonId && p.ClosedAt == null)) : 0;
        var mine = (await known.Ground()).Spaces.Values.Where(s => viewer.IsMemberOf(s.Id)).Select(s => s.Slug).ToHashSet();
        return View("Paths", new PathsPage([.. rows.Take(PageSize).OrderByDescending(p => mine.Contains(p.SpaceSlug))], of?.Name, viewer.ReadableSpaceIds.Any(id => viewer.May(Act.MakePath, id)), viewer.IsSignedIn,
            await reading.BuddyOf(viewer.PersonId), choosers, rows.Count > PageSize ? FormattableString.Invariant($"/paths?after={rows[PageSize - 1].Id}") + (of is null ? "" : "&space=" + of.Slug) : null));
    }

    [HttpGet("/paths/{id:long}/{slug?}")]
    public async Task<IActionResult> Show(long id)
    {
        var viewer = await current.Get();
        if (await reading.Find(viewer, id) is not { } path) return NotFound();

        var row = (await reading.Rows(viewer, [path]))[0];
        if (Request.Path.Value != row.Address)
        {
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(row.Address);
        }

        await looks.Record(path.SpaceId);
        var tier = (await known.Ground()).Spaces[path.SpaceId].Tier;
        var keeps = viewer.Keeps(path);
        var maker = viewer.IsStaff ? (await known.Names([path.MadeById])).GetValueOrDefault(path.MadeById) : null;
        ViewData["Open"] = tier == Tier.Public;
        return View("Path", new PathPage(row, tier, maker is null ? null : new Named(path.MadeById, maker.Name), await reading.Stations(viewer, [id], viewer.PersonId), viewer.IsSignedIn, keeps, path.RemovedAt is not null,
            keeps ? (await reading.Broken(viewer, id)).Count : 0, await reading.BuddyOf(viewer.PersonId)));
    }

    /// <param name="mark">read, tried or asked.</param>
    [HttpPost("/paths/stations/{id:long}/progress")]
    public async Task<IActionResult> Progress(long id, string? mark, bool on, [FromServices] MarkStation verb)
    {
        bool? For(string word) => mark == word ? on : null;
        await verb.Run(current.PersonId, null, id, For("read"), For("tried"), For("asked"), HttpContext.RequestAborted);
        var path = await db.PathStations.AsNoTracking().Where(s => s.Id == id).Select(s => new { s.PathId, s.Path.Title }).FirstAsync();
        return new SeeOther(FormattableString.Invariant($"{PathAddress.Of(path.PathId, path.Title)}#station-{id}"));
    }

    [HttpGet("/paths/new")]
    public async Task<IActionResult> New(string? space) => await Page(new PathForm { Space = space }) is { Spaces.Count: > 0 } page ? View("NewPath", page) : NotFound();

    [HttpPost("/paths/new")]
    public async Task<IActionResult> Make(PathForm form, [FromServices] MakePath make)
    {
        var id = await make.Run(current.PersonId, form.Space ?? "", form.Title ?? "", form.Lead ?? "", form.Unit, HttpContext.RequestAborted);
        return new SeeOther(FormattableString.Invariant($"/paths/keep/{id}"));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => action == nameof(Make) ? View("NewPath", await Page((PathForm)arguments["form"]!)) : null;

    async Task<NewPathPage> Page(PathForm form)
    {
        var viewer = await current.Get();
        var ground = await known.Ground();
        return new NewPathPage(form, [.. ground.Spaces.Values.Where(s => viewer.May(Act.MakePath, s.Id)).Select(s => new SpaceChoice(s.Slug, s.Name, s.Tier))],
            [.. ground.Units.OrderBy(u => u.Value, StringComparer.CurrentCulture).Select(u => new Named(u.Key, u.Value))]);
    }
}
