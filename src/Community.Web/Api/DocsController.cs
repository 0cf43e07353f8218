using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Api;

/// <summary>The description of the API as a page to read. It is public, as the description is.</summary>
public sealed class DocsController(ApiDescription description, FramePage frame) : Controller
{
    [HttpGet("/docs/api")]
    public async Task<IActionResult> Show()
    {
        ViewData["Open"] = true;
        return View("Docs", DocsPage.Of(await description.Document(), (await frame.Load()).Site));
    }
}
