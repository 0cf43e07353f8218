using Community.Notes;
using Community.Notes.Care;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Care;

/// <summary>What notes ask of those who keep them.</summary>
[Route("/due")]
public sealed class DueController(CurrentViewer current) : Controller, IFormAgain
{
    /// <summary>Nobody looks further.</summary>
    internal const int Furthest = 1_000;

    /// <param name="of"><c>spaces</c> for all notes of spaces that the reader keeps.</param>
    [HttpGet("")]
    public async Task<IActionResult> List(string? of, int? from, [FromServices] DueLoading due)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || of == "spaces" && DueLoading.KeptSpaces(viewer).Count == 0) return NotFound();

        return View("Due", await due.Load(of == "spaces", Math.Clamp(from ?? 0, 0, Furthest)));
    }

    /// <summary>Gives several of them to one person or unit, each as if it were alone.</summary>
    [HttpPost("orphans")]
    public async Task<IActionResult> Appoint(long[] topics, string? person, long? unit, [FromServices] TypedName names, [FromServices] AppointNoteSteward appoint, [FromServices] AppointNoteUnit appointUnit, [FromServices] IStringLocalizer<CareText> text)
    {
        if (topics.Length == 0) throw new RefusedException(Refusal.Invalid, "Tick the notes that you give away.") { Field = "Topics" };

        var chosen = topics.Distinct().Take(OrphanLoading.PageSize).ToList();
        var steward = string.IsNullOrWhiteSpace(person) && unit is not null ? 0 : await names.Id(person);
        foreach (var topicId in chosen)
        {
            if (string.IsNullOrWhiteSpace(person) && unit is { } unitId) await appointUnit.Run(current.PersonId, topicId, unitId, appointed: true, stop: HttpContext.RequestAborted);
            else await appoint.Run(current.PersonId, topicId, steward, appointed: true, stop: HttpContext.RequestAborted);
        }

        TempData["Said"] = text.Count(chosen.Count, "1 note is in their hands now. They are told.", "{0} notes are in their hands now. They are told.");
        return new SeeOther("/due/orphans");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Appoint) && DueLoading.MayOrphans(await current.Get()) ? View("Orphans", await HttpContext.RequestServices.GetRequiredService<OrphanLoading>().Load(0)) : null;

    [HttpGet("orphans")]
    public async Task<IActionResult> Orphans(int? from, [FromServices] OrphanLoading orphans) =>
        DueLoading.MayOrphans(await current.Get()) ? View("Orphans", await orphans.Load(Math.Clamp(from ?? 0, 0, Furthest))) : NotFound();
}
