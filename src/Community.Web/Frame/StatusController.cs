using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Frame;

/// <summary>Pages for what did not work out.</summary>
[AllowAnonymous]
public sealed class StatusController(CurrentViewer current) : Controller
{
    /// <summary>One same page for everything that is not there or not for the reader.</summary>
    [Route("/status/{code:int}")]
    [IgnoreAntiforgeryToken]
    public async Task<IActionResult> Show(int code)
    {
        var reexecuted = HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>();
        var isError = HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>() is not null;
        if (reexecuted is null && !isError) return NotFound();

        var viewer = await current.Get();
        if (code == 404 && !viewer.IsSignedIn)
            return View("NotHere", new NotHerePage(HttpMethods.IsGet(Request.Method) ? (reexecuted?.OriginalPath ?? "/") + reexecuted?.OriginalQueryString : "/"));

        return View("Status", new StatusPage(code, HttpContext.TraceIdentifier, await TypedTexts.In(HttpContext)));
    }
}

/// <summary>What somebody without a session sees in place of everything that is not public.</summary>
/// <param name="Return">Where to go after signing in.</param>
/// <param name="Kept">What was sent after the session had ended; it goes on with who wrote it.</param>
public sealed record NotHerePage(string Return, string? Kept = null);

/// <summary>A status without a page of its own.</summary>
/// <param name="Typed">Longer texts that were sent along, so that none is lost.</param>
public sealed record StatusPage(int Code, string CorrelationId, IReadOnlyList<string> Typed);
