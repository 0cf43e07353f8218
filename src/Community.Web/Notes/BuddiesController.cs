using Community.Notes.Paths;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Community.Web.People;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>To whom I show how far I am, and who shows it to me.</summary>
[Route("/paths/buddies")]
public sealed class BuddiesController(CommunityContext db, CurrentViewer current, KnownCommunity known, PathReading reading) : Controller, IFormAgain
{
    const int MostChoosers = 50;

    [HttpGet("")]
    public async Task<IActionResult> Show() => (await current.Get()).IsSignedIn ? View("Buddies", await Page(null)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Choose([FromForm] string? buddy, [FromServices] ChooseBuddy choose, [FromServices] TypedName names)
    {
        await choose.Run(current.PersonId, await names.Id(buddy), HttpContext.RequestAborted);
        return new SeeOther("/paths/buddies");
    }

    [HttpPost("end")]
    public async Task<IActionResult> End([FromServices] ChooseBuddy choose)
    {
        await choose.Run(current.PersonId, null, HttpContext.RequestAborted);
        return new SeeOther("/paths/buddies");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => View("Buddies", await Page(arguments.TryGetValue("buddy", out var typed) ? typed as string : null));

    async Task<BuddiesPage> Page(string? typed)
    {
        var viewer = await current.Get();
        var (people, choices) = (db.People, db.BuddyChoices.AsNoTracking());
        var own = await choices.Where(b => b.PersonId == viewer.PersonId).SelectMany(b => people.Where(p => p.Id == b.BuddyId), (b, p) => new { p.Id, p.Name, b.At }).FirstOrDefaultAsync();
        var choosers = await choices.Where(b => b.BuddyId == viewer.PersonId).SelectMany(b => people.Where(p => p.Id == b.PersonId && p.ClosedAt == null), (b, p) => p).OrderBy(p => p.NameFolded).Take(MostChoosers).Select(p => new Named(p.Id, p.Name)).ToListAsync();
        var shown = new List<Chooser>();
        foreach (var chooser in choosers) shown.Add(new Chooser(chooser.Id, chooser.Name, await Walked(chooser.Id)));
        return new BuddiesPage(own is null ? null : new Named(own.Id, own.Name), own?.At, typed, shown);
    }

    /// <summary>Paths on which somebody made a step: of their stations those that both may see.</summary>
    async Task<IReadOnlyList<WalkedPath>> Walked(long personId)
    {
        var (viewer, walker) = (await current.Get(), await known.Viewer(personId));
        var begun = db.StationProgress.Where(p => p.PersonId == personId).Select(p => p.Station.PathId);
        var paths = await db.PathsListedFor(viewer).AsNoTracking().Where(p => begun.Contains(p.Id)).OrderBy(p => p.Id).Take(MostChoosers).ToListAsync();
        var ids = paths.ConvertAll(p => p.Id);
        var theirs = (await reading.Stations(walker, ids, null)).Select(s => s.Id).ToHashSet();
        var stations = (await reading.Stations(viewer, ids, personId)).Where(s => theirs.Contains(s.Id)).ToLookup(s => s.PathId);
        return [.. paths.Where(p => stations[p.Id].Any(s => s.IsDone)).Select(p => new WalkedPath(p.Title, PathAddress.Of(p.Id, p.Title), [.. stations[p.Id]]))];
    }
}
