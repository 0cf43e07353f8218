using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Community.People;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Live;
using Community.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace Community.Web.Api;

/// <summary>Who sends a personal token is that person. It counts for the API and the live hub only; for the API nothing else does.</summary>
sealed class BearerToken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, CommunityContext db, Unhurried later)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "Bearer";

    /// <summary>The claim that holds the token's id.</summary>
    public const string TokenClaim = "token";

    /// <summary>A browser's WebSocket cannot send the header, so the hub takes the secret from the address as well.</summary>
    const string InAddress = "access_token";

    const int LongestSecret = 200;

    /// <summary>Which scheme says who makes a request; the cookie for pages.</summary>
    public static string SchemeFor(HttpContext context) =>
        IsApi(context) || context.Request.Path.StartsWithSegments(LiveExtensions.Path) && SecretOf(context.Request) is not null ? SchemeName : CookieAuthenticationDefaults.AuthenticationScheme;

    public static long? TokenIdOf(ClaimsPrincipal? user) => long.TryParse(user?.FindFirstValue(TokenClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = SecretOf(Request);
        if (secret is { Length: > 0 and <= LongestSecret } && await db.TokenOf(secret, TimeProvider.Now(), Context.RequestAborted) is { } token) return Success(token);

        // What is no token leaves the hub's door as it was: a browser may still come in by its cookie.
        return IsApi(Context) ? AuthenticateResult.NoResult() : await Context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    AuthenticateResult Success(OpenToken token)
    {
        if (!token.WasSeenLately) later.Do((services, stop) => services.GetRequiredService<SeeToken>().Run(token.Id, stop));
        var identity = new ClaimsIdentity(
            [new Claim(CurrentViewer.PersonClaim, token.PersonId.ToString(CultureInfo.InvariantCulture)), new Claim(TokenClaim, token.Id.ToString(CultureInfo.InvariantCulture))], Scheme.Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments(ApiExtensions.Path);

    static string? SecretOf(HttpRequest request)
    {
        const string before = SchemeName + " ";
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(before, StringComparison.OrdinalIgnoreCase)) return header[before.Length..].Trim();

        return !IsApi(request.HttpContext) && request.Query[InAddress].ToString() is { Length: > 0 } secret ? secret : null;
    }
}
