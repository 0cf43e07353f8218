using Community.People;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>Somebody's own account: what others see, password, devices, preferences.</summary>
public sealed class AccountController(CurrentViewer current, AccountLoading loading, LiveSessions live, IStringLocalizer<PeopleText> text) : Controller, IFormAgain
{
    Guid Here => SessionCookie.SessionIdOf(User) ?? Guid.Empty;

    CancellationToken Stop => HttpContext.RequestAborted;

    [HttpGet("/account")]
    public async Task<IActionResult> Show() => View("Account", await loading.Load());

    [HttpPost("/account/profile")]
    public async Task<IActionResult> SaveProfile(ProfileForm form, [FromServices] DescribePerson describe)
    {
        await describe.Run(current.PersonId, form.Name ?? "", form.Position ?? "", form.AskMeAbout ?? "", Stop);
        return Done(text["What others see of you is saved."]);
    }

    [HttpPost("/account/preferences")]
    public async Task<IActionResult> SavePreferences(PreferencesForm form, [FromServices] ChoosePreferences choose)
    {
        await choose.Run(current.PersonId, form.Zone, !form.Keys, form.Presence, Stop);
        return Done(text["Your preferences are saved."]);
    }

    [HttpPost("/account/password")]
    public async Task<IActionResult> SavePassword(PasswordForm form, [FromServices] ChangePassword change, [FromServices] SignInLimits limits)
    {
        var (address, account) = (ClientAddress.Of(HttpContext), $"password of {current.PersonId}");
        if (!limits.Try(address, account, null).IsFree)
            throw new RefusedException(Refusal.TooMany, "These were too many wrong tries. Wait some minutes.") { Field = "Old" };

        await change.Run(current.PersonId, Here, form.Old, form.Password, Stop);
        limits.Forgive(address, account, null);
        live.Forget();
        return Done(text["Your password is changed. All other devices are signed out."]);
    }

    [HttpPost("/account/sessions/{id:guid}/end")]
    public async Task<IActionResult> EndDevice(Guid id, [FromServices] EndSession end)
    {
        await end.Run(current.PersonId, id, Stop);
        live.Forget();
        return id == Here ? new SeeOther("/sign-in") : Done(text["That device is signed out."]);
    }

    [HttpPost("/account/sessions/end-others")]
    public async Task<IActionResult> EndOthers([FromServices] EndOtherSessions end)
    {
        await end.Run(current.PersonId, Here, Stop);
        live.Forget();
        return Done(text["All other devices are signed out."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        var form = arguments.TryGetValue("form", out var typed) ? typed : null;
        return View("Account", await loading.Load(form as ProfileForm, form as PreferencesForm));
    }

    SeeOther Done(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/account");
    }
}
