using Community.Governance;
using Community.People;
using Community.Store;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Moderating;

/// <summary>The institution's rules, which acts cite.</summary>
[AdministratorsOnly]
[Route("/admin/rules")]
public sealed class RulesController(CommunityContext db, CurrentViewer current, IStringLocalizer<ModeratingText> text) : Controller, IFormAgain
{
    const int Most = 200;

    [HttpGet("")]
    public async Task<IActionResult> Show() => View("Rules", await Page());

    [HttpPost("")]
    public async Task<IActionResult> Add(string? name, string? text, ReasonClass reason, [FromServices] AddRule add)
    {
        await add.Run(current.PersonId, name, text, reason, HttpContext.RequestAborted);
        return Saved();
    }

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Revise(long id, string? name, string? text, ReasonClass reason, bool retired, [FromServices] ReviseRule revise)
    {
        await revise.Run(current.PersonId, id, name, text, reason, retired, HttpContext.RequestAborted);
        return Saved();
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => View("Rules", await Page());

    async Task<RulesPage> Page() => new(await db.Rules.AsNoTracking().OrderBy(r => r.Number).Take(Most).ToListAsync());

    SeeOther Saved()
    {
        TempData["Said"] = text["The rules are saved. What was done before keeps what its rule was called then."].Value;
        return new SeeOther("/admin/rules");
    }
}
