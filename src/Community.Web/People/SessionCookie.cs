using System.Security.Claims;
using Community.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Community.Web.People;

/// <summary>The cookie that says who is signed in and by which session; the session's row decides whether it still counts.</summary>
public sealed class SessionCookie(LiveSessions live) : CookieAuthenticationEvents
{
    /// <summary>The claim that holds the session's id.</summary>
    public const string SessionClaim = "session";

    public static readonly TimeSpan Stay = TimeSpan.FromDays(30);

    /// <summary>Kept in the ticket: a session begun over plain http is none over https, and the other way round.</summary>
    public const string SchemeItem = "scheme";

    // The row ends a session, not the clock of this machine: a jump of it must not sign everybody out.
    static readonly TimeSpan TicketLife = TimeSpan.FromDays(400);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = TicketLife;
        options.SlidingExpiration = false;
        options.EventsType = typeof(SessionCookie);
    }

    public static ClaimsPrincipal Principal(long personId, Guid sessionId)
    {
        var person = personId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // With a name identifier a form that was open before signing in again can still be sent.
        return new(new ClaimsIdentity(
            [new Claim(CurrentViewer.PersonClaim, person), new Claim(ClaimTypes.NameIdentifier, person), new Claim(SessionClaim, sessionId.ToString())],
            CookieAuthenticationDefaults.AuthenticationScheme));
    }

    public static Guid? SessionIdOf(ClaimsPrincipal? user) => Guid.TryParse(user?.FindFirstValue(SessionClaim), out var id) ? id : null;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Properties.GetString(SchemeItem) == context.Request.Scheme && CurrentViewer.PersonIdOf(context.Principal) is { } personId && SessionIdOf(context.Principal) is { } sessionId
            && await live.IsLive(sessionId, personId)) return;

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.SetString(SchemeItem, context.Request.Scheme);
        if (context.Properties.IsPersistent) context.CookieOptions.MaxAge = Stay;
        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => NotHere(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => NotHere(context);

    static Task NotHere(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
