using Community.People;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.People;

/// <summary>Somebody forgot the password.</summary>
public sealed class ResetController(Letters letters, AskingLimits limits, Unhurried later, Passwords passwords) : Controller, IFormAgain
{
    [HttpGet("/reset")]
    public IActionResult Ask() => letters.CanSend ? View("Reset", new EmailForm()) : View("ResetByHand");

    [HttpPost("/reset")]
    public async Task<IActionResult> Send(EmailForm form)
    {
        if (!letters.CanSend) return View("ResetByHand");

        var email = EmailAddress.Of(form.Email);
        if (!limits.MayAsk(HttpContext))
            throw new RefusedException(Refusal.TooMany, "Those were many requests in a short time. Wait an hour, or ask an administrator for a link.");

        // As costly as a sign-in on every path; the rest happens after the answer.
        await passwords.Matches(null, "", HttpContext.RequestAborted);
        if (limits.MaySend(EmailAddress.Normal(email)))
            later.Do((services, stop) => services.GetRequiredService<AskReset>().Run(email, services.GetRequiredService<Letters>().Reset!, stop));
        return View("Asked", new Asked(email));
    }

    public Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => Task.FromResult<ViewResult?>(View("Reset", arguments["form"]));
}
