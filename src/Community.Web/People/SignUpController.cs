using Community.People;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.People;

/// <summary>Somebody wants an account. It is made when the mail is answered, never before.</summary>
public sealed class SignUpController(CommunityContext db, Letters letters, AskingLimits limits, Unhurried later, Passwords passwords) : Controller, IFormAgain
{
    [HttpGet("/sign-up")]
    public async Task<IActionResult> Ask() => View("SignUp", await Page(null));

    [HttpPost("/sign-up")]
    public async Task<IActionResult> Send(EmailForm form)
    {
        var institution = await db.Institutions.AsNoTracking().FirstOrDefaultAsync(HttpContext.RequestAborted);
        if (institution is not { SignUp: not SignUp.Closed } || !letters.CanSend)
            throw new RefusedException(Refusal.Forbidden, "Accounts are made by invitation here. Ask a colleague who has one to tell an administrator.");

        var email = EmailAddress.Of(form.Email);
        if (!institution.Takes(email)) throw new RefusedException(Refusal.Invalid, "Only addresses at {0} can sign up. Partners from outside are invited by a colleague.", institution.Domains) { Field = "Email" };
        if (!limits.MayAsk(HttpContext))
            throw new RefusedException(Refusal.TooMany, "Those were many requests in a short time. Wait an hour, or ask an administrator for a link.");

        await passwords.Matches(null, "", HttpContext.RequestAborted);
        if (limits.MaySend(EmailAddress.Normal(email)))
            later.Do((services, stop) => services.GetRequiredService<AskToSignUp>().Run(email, services.GetRequiredService<Letters>().Confirmation!, services.GetRequiredService<Letters>().Reset!, stop));
        return View("Asked", new Asked(email));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => View("SignUp", await Page((arguments["form"] as EmailForm)?.Email));

    async Task<SignUpPage> Page(string? email)
    {
        var institution = await db.Institutions.AsNoTracking().FirstOrDefaultAsync(HttpContext.RequestAborted);
        return new SignUpPage(institution?.SignUp ?? SignUp.Closed, institution?.Domains ?? "", letters.CanSend, email);
    }
}
