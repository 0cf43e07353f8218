using Community.People;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>Sign in and out.</summary>
public sealed class SignInController(CheckPassword check, Door door, SignInLimits limits, KnownBrowser known) : Controller
{
    [HttpGet("/sign-in")]
    public IActionResult Ask([FromQuery(Name = "return")] string? goOn) =>
        CurrentViewer.PersonIdOf(User) is not null ? new SeeOther(LocalPath.Of(goOn)) : View("SignIn", new SignInForm { Return = LocalPath.Of(goOn) });

    [HttpPost("/sign-in")]
    public async Task<IActionResult> Enter(SignInForm form, [FromServices] IStringLocalizer<PeopleText> text, [FromServices] SaveDraft save)
    {
        form = form with { Return = LocalPath.Of(form.Return) };
        var (address, account, browser) = (ClientAddress.Of(HttpContext), EmailAddress.Normal(form.Email), known.Of(HttpContext, form.Email));
        var allowance = limits.Try(address, account, browser);
        if (!allowance.IsFree) return Paused(form, allowance, text);

        if (await check.Run(form.Email, form.Password, HttpContext.RequestAborted) is not { } found)
        {
            ModelState.AddModelError("", text["The address or the password does not match."] + " "
                + (allowance.Left == 0 ? text["A pause begins now."] : text.Count(allowance.Left, "One try is left before a pause.", "{0} tries are left before a pause.")));
            return Again(form, StatusCodes.Status422UnprocessableEntity);
        }

        await door.SignIn(found.PersonId, found.Stamp, form.Stay);
        limits.Forgive(address, account, browser);
        known.Remember(HttpContext, form.Email);
        return KeptText.OfJson(form.Kept) is { } kept && kept.By == found.PersonId ? await PutBack(kept, save, text) : new SeeOther(form.Return!);
    }

    /// <summary>What was sent while nobody was signed in becomes its writer's draft, where it was to be sent.</summary>
    async Task<IActionResult> PutBack(KeptText kept, SaveDraft save, IStringLocalizer<PeopleText> text)
    {
        try
        {
            await save.Run(kept.By, DraftPlace.Of(kept.Place), kept.Text, kept.Version, HttpContext.RequestAborted);
            TempData["Said"] = text["Your text is back. It is not sent yet."].Value;
            return new SeeOther(kept.Address);
        }
        catch (Exception error) when (error is RefusedException or StaleDraftException or StoreBusyException)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View("/Frame/Refused.cshtml", new RefusedPage(text["You are signed in, but your text could not be put back where you wrote it. Copy it from here."], [kept.Text.Body]));
        }
    }

    [HttpPost("/sign-out")]
    public async Task<IActionResult> Leave()
    {
        await door.SignOut();
        return new SeeOther("/sign-in");
    }

    ViewResult Paused(SignInForm form, Allowance allowance, IStringLocalizer<PeopleText> text)
    {
        Response.Headers.RetryAfter = ((int)Math.Ceiling(allowance.Pause.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        ModelState.AddModelError("", text.Count((long)Math.Ceiling(allowance.Pause.TotalMinutes), "These were too many wrong tries. Wait a minute, or set a new password.", "These were too many wrong tries. Wait {0} minutes, or set a new password."));
        return Again(form, StatusCodes.Status429TooManyRequests);
    }

    ViewResult Again(SignInForm form, int status)
    {
        Response.StatusCode = status;
        return View("SignIn", form with { Password = null });
    }
}
