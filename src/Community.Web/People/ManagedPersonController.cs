using Community.Governance;
using Community.People;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>What administrators do with one person.</summary>
[AdministratorsOnly]
[Route("/admin/people/{id:long}")]
public sealed class ManagedPersonController(ManagedPersonLoading loading, CurrentViewer current, LiveSessions live, Letters letters, IStringLocalizer<PeopleText> text) : Controller, IFormAgain
{
    CancellationToken Stop => HttpContext.RequestAborted;

    [HttpGet("")]
    public async Task<IActionResult> Show(long id) => View("ManagedPerson", await loading.Load(id));

    [HttpPost("role")]
    public async Task<IActionResult> GiveRole(long id, string? role, [FromServices] ChangeRole change)
    {
        var wanted = RoleWord.Read(role) ?? throw new RefusedException(Refusal.Invalid, "Choose one of the roles.");
        await change.Run(current.PersonId, id, wanted, Stop);
        live.Forget();
        return id == current.PersonId && wanted != Role.Administrator ? new SeeOther("/") : Done(id, text["The role is changed. It counts at once."]);
    }

    [HttpPost("unit")]
    public async Task<IActionResult> Place(long id, string? unit, [FromServices] PlaceInUnit place)
    {
        await place.Run(current.PersonId, id, unit, Stop);
        return Done(id, text["The unit is changed."]);
    }

    [HttpPost("close")]
    public async Task<IActionResult> Close(long id, [FromServices] ClosePerson close)
    {
        await close.Run(current.PersonId, id, Stop);
        live.Forget();
        return Done(id, text["The account is closed, and all its devices are signed out."]);
    }

    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(long id, [FromServices] ReopenPerson reopen)
    {
        await reopen.Run(current.PersonId, id, Stop);
        return Done(id, text["The account is open again."]);
    }

    /// <summary>Makes a link for what fits the person's state; by mail where that can be.</summary>
    [HttpPost("link")]
    public async Task<IActionResult> Link(long id, string? email, [FromServices] MakeLink make)
    {
        var person = (await loading.Load(id)).Person;
        var (purpose, letter) = person switch
        {
            { Email: null } => (LinkPurpose.HandOver, string.IsNullOrWhiteSpace(email) ? null : letters.HandOver),
            { HasPassword: true } => (LinkPurpose.ResetPassword, letters.Reset),
            _ => (LinkPurpose.Invitation, letters.Invitation),
        };
        var made = await make.Run(current.PersonId, id, purpose, email, letter, Stop);
        if (letter is not null) return Done(id, text["A link is on its way by mail."]);

        Response.Headers.CacheControl = "no-store";
        return View("ManagedPerson", await loading.Load(id, made));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => View("ManagedPerson", await loading.Load((long)arguments["id"]!));

    SeeOther Done(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther($"/admin/people/{id}");
    }
}
