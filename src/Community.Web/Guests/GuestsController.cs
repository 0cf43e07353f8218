using Community.Spaces.Guests;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Guests;

/// <summary>Guests from outside: who answers for them, until when, and inviting one.</summary>
public sealed class GuestsController(GuestLoading loading, CurrentViewer current, Letters letters, LiveSessions live, IStringLocalizer<GuestsText> text) : Controller, IFormAgain
{
    CancellationToken Stop => HttpContext.RequestAborted;

    [HttpGet("/guests")]
    public async Task<IActionResult> List() => (await current.Get()).IsStaff ? View("Guests", await loading.All()) : NotFound();

    [HttpGet("/guests/new")]
    public async Task<IActionResult> Ask(string? space) => (await current.Get()).IsStaff ? View("NewGuest", await New(new NewGuestForm { Spaces = space is null ? [] : [space] })) : NotFound();

    [HttpPost("/guests/new")]
    public async Task<IActionResult> Invite(NewGuestForm form, [FromServices] InviteGuest invite)
    {
        var added = await invite.Run(current.PersonId, form.Name ?? "", form.Email ?? "", form.Spaces ?? [], Until(form.Until), form.Why, letters.Invitation, Stop);
        if (letters.CanSend) return Done(added.Id, text["An invitation is on its way to {0}.", form.Email!]);

        Response.StatusCode = StatusCodes.Status201Created;
        Response.Headers.CacheControl = "no-store";
        return View("Guest", await loading.One(added.Id, added.Link));
    }

    [HttpGet("/guests/{id:long}")]
    public async Task<IActionResult> Show(long id) => await loading.One(id) is { } page ? View("Guest", page) : NotFound();

    [HttpPost("/guests/{id:long}/renew")]
    public async Task<IActionResult> Renew(long id, GuestDays form, [FromServices] RenewGuest renew)
    {
        await renew.Run(current.PersonId, id, Until(form.Until), form.Why, Stop);
        return Done(id, text["Renewed. It counts at once."]);
    }

    [HttpPost("/guests/{id:long}/end")]
    public async Task<IActionResult> End(long id, string? reason, [FromServices] EndGuest end)
    {
        await end.Run(current.PersonId, id, reason, Stop);
        live.Forget();
        TempData["Said"] = text["Ended. All devices of this guest are signed out; what was written stays."].Value;
        return new SeeOther("/guests");
    }

    [HttpPost("/guests/{id:long}/take-over")]
    [ReadsNoForm]
    public async Task<IActionResult> TakeOver(long id, [FromServices] TakeOverGuest take)
    {
        await take.Run(current.PersonId, id, null, Stop);
        return Done(id, text["You answer for this guest now."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (action == nameof(Invite)) return View("NewGuest", await New((NewGuestForm)arguments["form"]!));

        return await loading.One((long)arguments["id"]!, null, arguments.TryGetValue("form", out var form) ? form as GuestDays : null) is { } page ? View("Guest", page) : null;
    }

    /// <summary>The day that was chosen belongs to it.</summary>
    static DateTime Until(string? day) => IsoDay.Parse(day, "Until") is { } last ? last.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
        : throw new RefusedException(Refusal.Invalid, "Say until when: a day to come, at most a year away.") { Field = "Until" };

    async Task<NewGuestPage> New(NewGuestForm form) => new(form, await loading.SpacesToInvite(), letters.CanSend);

    SeeOther Done(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther($"/guests/{id}");
    }
}
