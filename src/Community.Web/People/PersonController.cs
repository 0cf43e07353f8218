using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.People;

/// <summary>Somebody's page.</summary>
public sealed class PersonController(PersonLoading loading) : Controller
{
    [HttpGet("/people/{id:long}/{slug?}")]
    public async Task<IActionResult> Show(long id, string? slug, long? before)
    {
        if (await loading.Load(id, before) is not { } page) return NotFound();
        if (slug == Slug.Of(page.Name)) return View("Person", page);

        Response.Headers.CacheControl = "no-cache";
        return RedirectPermanent($"/people/{id}/{Slug.Of(page.Name)}{Request.QueryString}");
    }
}
