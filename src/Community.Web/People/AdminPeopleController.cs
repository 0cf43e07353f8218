using Community.Governance;
using Community.People;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>Administrators find people and add some.</summary>
[AdministratorsOnly]
public sealed class AdminPeopleController(PeopleListing listing, ManagedPersonLoading loading, CurrentViewer current, Letters letters, IStringLocalizer<PeopleText> text) : Controller, IFormAgain
{
    [HttpGet("/admin/people")]
    public async Task<IActionResult> List(string? who, string? role, long? unit, long? after) => View("AdminPeople", await listing.Load(who, RoleWord.Read(role), unit, after));

    [HttpGet("/admin/people/new")]
    public async Task<IActionResult> Ask() => View("NewPerson", new NewPersonPage(new NewPersonForm(), await loading.Units(), letters.CanSend));

    [HttpPost("/admin/people/new")]
    public async Task<IActionResult> Add(NewPersonForm form, [FromServices] AddPerson add)
    {
        var added = await add.Run(current.PersonId, form.Name ?? "", form.Email ?? "", RoleWord.Read(form.Role) ?? Role.Member, form.Unit, null, letters.Invitation, HttpContext.RequestAborted);
        if (!letters.CanSend)
        {
            Response.StatusCode = StatusCodes.Status201Created;
            Response.Headers.CacheControl = "no-store";
            return View("ManagedPerson", await loading.Load(added.Id, added.Link));
        }

        TempData["Said"] = text["An invitation is on its way to {0}.", form.Email!].Value;
        return new SeeOther($"/admin/people/{added.Id}");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        View("NewPerson", new NewPersonPage((NewPersonForm)arguments["form"]!, await loading.Units(), letters.CanSend));
}
