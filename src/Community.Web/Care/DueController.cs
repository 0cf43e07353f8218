using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Care;

/// <summary>What notes ask of those who keep them.</summary>
[Route("/due")]
public sealed class DueController(CurrentViewer current) : Controller
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

    [HttpGet("orphans")]
    public async Task<IActionResult> Orphans(int? from, [FromServices] OrphanLoading orphans) =>
        DueLoading.MayOrphans(await current.Get()) ? View("Orphans", await orphans.Load(Math.Clamp(from ?? 0, 0, Furthest))) : NotFound();
}
