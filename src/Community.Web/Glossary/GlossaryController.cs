using Community.Glossary;
using Community.Governance;
using Community.Web.Frame;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Community.Web.Glossary;

/// <summary>The glossary to read.</summary>
public sealed class GlossaryController(CurrentViewer current, GlossaryListing listing, KnownGlossary known) : Controller
{
    [HttpGet("/glossary")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> List(string? q, string? letter, string? space, long? after)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn && (await known.For(viewer)).IsEmpty) return NotFound();
        if (await listing.Page(viewer, q, letter, space, after) is not { } page) return NotFound();

        ViewData["Open"] = true;
        return View("Glossary", page);
    }

    [HttpGet("/glossary/{id:long}/{slug?}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show(long id, [FromServices] Looks looks)
    {
        if (await listing.Term(await current.Get(), id) is not { } page) return NotFound();

        if (Request.Path.Value != page.Address)
        {
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(page.Address);
        }

        if (page.SpaceId is { } spaceId) await looks.Record(spaceId);
        ViewData["Open"] = page.Tier == Tier.Public;
        return View("Term", page);
    }
}
