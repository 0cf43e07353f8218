using System.Globalization;
using System.Text.RegularExpressions;
using Community.Notes.Paths;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>Keeping a path: its name, its stations, and what stands behind them no more.</summary>
[Route("/paths/keep/{id:long}")]
public sealed partial class PathKeepingController(CommunityContext db, CurrentViewer current, KnownCommunity known, PathReading reading) : Controller, IFormAgain
{
    const int MostNotes = 300;

    [HttpGet("")]
    public async Task<IActionResult> Show(long id) => await Page(id, null, null) is { } page ? View("KeepPath", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Describe(long id, PathForm form, [FromServices] DescribePath describe)
    {
        await describe.Run(current.PersonId, id, form.Title ?? "", form.Lead ?? "", form.Unit, HttpContext.RequestAborted);
        return Back(id);
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(long id, bool isBack, [FromServices] RemovePath remove)
    {
        await remove.Run(current.PersonId, id, !isBack, HttpContext.RequestAborted);
        return Back(id);
    }

    [HttpPost("stations")]
    public async Task<IActionResult> Add(long id, StationForm form, [FromServices] AddStation add)
    {
        var address = Place().Match(form.What ?? "");
        long? named = address.Success && long.TryParse(address.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        var isPerson = named is not null && address.Groups[1].Value == "people";
        var isTyped = !string.IsNullOrWhiteSpace(form.What);
        await add.Run(current.PersonId, id, isPerson ? null : named ?? (isTyped ? null : form.Note), isPerson ? named : null, form.Why, form.Stage, HttpContext.RequestAborted);
        return Back(id, "#add");
    }

    [HttpPost("stations/{station:long}")]
    public async Task<IActionResult> Change(long id, long station, StationForm form, [FromServices] ExplainStation explain, [FromServices] MoveStation move, [FromServices] TakeOutStation takeOut)
    {
        var (me, stop) = (current.PersonId, HttpContext.RequestAborted);
        await (form.Act switch
        {
            "up" or "down" => move.Run(me, id, station, form.Act == "up", stop),
            "out" or "back" => takeOut.Run(me, id, station, form.Act == "out", stop),
            _ => explain.Run(me, id, station, form.Why, form.Stage, stop),
        });
        return Back(id, form.Act == "out" ? "#stations" : FormattableString.Invariant($"#station-{station}"));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        var form = arguments.Sent("form");
        if (await Page((long)arguments["id"]!, form as PathForm, action == nameof(Add) ? form as StationForm : null) is not { } page) return null;

        return View("KeepPath", action == nameof(Change) && form is StationForm { Act: not ("up" or "down" or "out" or "back") } station ? page with { Changed = Changed((long)arguments["station"]!, station) } : page);
    }

    /// <summary>The form for a new station has fields of the same names, which are not the ones that are wrong.</summary>
    (long, StationForm) Changed(long stationId, StationForm form)
    {
        foreach (var (field, sentence) in ModelState.Where(entry => entry.Key is nameof(form.Why) or nameof(form.Stage)).SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage))).ToList())
        {
            ModelState.Remove(field);
            ModelState.AddModelError(FormattableString.Invariant($"{field}-{stationId}"), sentence);
        }

        return (stationId, form);
    }

    static SeeOther Back(long id, string to = "") => new(FormattableString.Invariant($"/paths/keep/{id}") + to);

    /// <summary>Null where the path is not there for the reader, or not theirs to keep.</summary>
    async Task<KeepPathPage?> Page(long id, PathForm? typed, StationForm? added)
    {
        var viewer = await current.Get();
        if (await reading.Find(viewer, id) is not { } path || !viewer.Keeps(path)) return null;

        var notes = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.SpaceId == path.SpaceId && t.Kind == TopicKind.Note).OrderBy(t => t.Title).ThenBy(t => t.Id).Take(MostNotes).Select(t => new Named(t.Id, t.Title)).ToListAsync();
        var units = (await known.Ground()).Units.OrderBy(u => u.Value, StringComparer.CurrentCulture).Select(u => new Named(u.Key, u.Value));
        return new KeepPathPage((await reading.Rows(viewer, [path]))[0], typed ?? new PathForm { Title = path.Title, Lead = path.Lead, Unit = path.UnitId }, added ?? new StationForm(), await reading.Stations(viewer, [id], null),
            await reading.Broken(viewer, id), await reading.TakenOut(viewer, id), notes, [.. units], path.RemovedAt is not null);
    }

    [GeneratedRegex("/(threads|questions|notes|people)/([0-9]{1,18})(?:[/?#]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
