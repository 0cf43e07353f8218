using Community.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Community.Web.People;

/// <summary>Signs the person of this request in and out.</summary>
public sealed class Door(StartSession start, EndSession end, LiveSessions live, IHttpContextAccessor http)
{
    HttpContext Context => http.HttpContext!;

    /// <param name="stamp">From the password's check; null where a one-time link has just set it.</param>
    /// <param name="stay">For 30 days, else until the browser is closed.</param>
    public async Task SignIn(long personId, string? stamp, bool stay)
    {
        await EndPresent();
        var session = await start.Run(personId, stamp, Context.Request.Headers.UserAgent.ToString(), Context.RequestAborted);
        live.Forget();
        await Context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SessionCookie.Principal(personId, session), new AuthenticationProperties { IsPersistent = stay });
    }

    public async Task SignOut()
    {
        await EndPresent();
        await Context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        Context.Response.Headers["Clear-Site-Data"] = "\"storage\"";
    }

    async Task EndPresent()
    {
        if (SessionCookie.SessionIdOf(Context.User) is { } session && Frame.CurrentViewer.PersonIdOf(Context.User) is { } person)
            await end.Run(person, session, Context.RequestAborted);
        live.Forget();
    }
}
