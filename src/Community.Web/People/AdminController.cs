using Community.People;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>The institution: name, address, sign-up, zone, units.</summary>
[AdministratorsOnly]
public sealed class AdminController(CommunityContext db, CurrentViewer current, IStringLocalizer<PeopleText> text) : Controller, IFormAgain
{
    const int MaxUnits = 500;

    [HttpGet("/admin")]
    public async Task<IActionResult> Show() => View("Admin", await Page(null, null));

    [HttpPost("/admin/institution")]
    public async Task<IActionResult> Save(InstitutionForm form, [FromServices] DescribeInstitution describe)
    {
        await describe.Run(current.PersonId, form.Name ?? "", form.PublicAddress ?? "", SignUpChoice.Of(form.SignUp), form.Domains ?? "", form.Zone ?? "", HttpContext.RequestAborted);
        return Done(text["The settings are saved."]);
    }

    [HttpPost("/admin/units")]
    public async Task<IActionResult> AddUnit(string? unit, [FromServices] AddUnit add)
    {
        await add.Run(current.PersonId, unit ?? "", HttpContext.RequestAborted);
        return Done(text["The unit is added."]);
    }

    [HttpPost("/admin/units/{id:long}")]
    public async Task<IActionResult> NameUnit(long id, string? unit, [FromServices] RenameUnit rename)
    {
        await rename.Run(current.PersonId, id, unit ?? "", HttpContext.RequestAborted);
        return Done(text["The unit has its new name."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (arguments.TryGetValue("form", out var form)) return View("Admin", await Page((InstitutionForm?)form, null));

        // The unit's field is not called as in the verb: two names stand on this page.
        if (ModelState.TryGetValue("Name", out var wrong))
        {
            foreach (var error in wrong.Errors) ModelState.AddModelError("unit", error.ErrorMessage);
            ModelState.Remove("Name");
        }
        return View("Admin", await Page(null, arguments.TryGetValue("unit", out var typed) ? typed as string : null));
    }

    async Task<AdminPage> Page(InstitutionForm? typed, string? unitTyped)
    {
        var institution = await db.Institutions.AsNoTracking().FirstOrDefaultAsync(HttpContext.RequestAborted);
        var people = db.People;
        var units = await db.Units.OrderBy(u => u.NameFolded).Take(MaxUnits).Select(u => new UnitRow(u.Id, u.Name, people.Count(p => p.UnitId == u.Id && p.ClosedAt == null))).ToListAsync(HttpContext.RequestAborted);
        return new AdminPage(typed ?? new InstitutionForm
        {
            Name = institution?.Name,
            PublicAddress = institution?.PublicAddress ?? $"{Request.Scheme}://{Request.Host}",
            SignUp = SignUpChoice.Word(institution?.SignUp ?? SignUp.Closed),
            Domains = institution?.Domains,
            Zone = institution?.Zone ?? "Etc/UTC",
        }, units, unitTyped);
    }

    SeeOther Done(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/admin");
    }
}
