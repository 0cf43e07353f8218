using Community.People;
using Microsoft.AspNetCore.DataProtection;

namespace Community.Web.People;

/// <summary>A cookie by which a browser shows that an account has signed in from it: guesses from elsewhere do not lock its owner out.</summary>
public sealed class KnownBrowser(IDataProtectionProvider protection)
{
    const string Cookie = "known";

    readonly IDataProtector protector = protection.CreateProtector("Community.People.KnownBrowser");

    /// <summary>The browser's own mark for this account; null when it has none.</summary>
    public string? Of(HttpContext context, string? email)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 and < 1_000 } cookie) return null;

        try
        {
            return protector.Unprotect(cookie).Split(' ') is [var mark, var account] && account == EmailAddress.Normal(email) ? mark : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public void Remember(HttpContext context, string? email) =>
        context.Response.Cookies.Append(Cookie, protector.Protect($"{Of(context, email) ?? Guid.NewGuid().ToString("N")} {EmailAddress.Normal(email)}"), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
}
