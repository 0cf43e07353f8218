using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Community.Web.Frame;

/// <summary>
/// Gives every cookie of the site the prefix <c>__Host-</c> over https, and takes it away again before anybody reads it: so no other host and no
/// plain connection can set one. Over plain http the prefix cannot be used, and names without it are taken. What has the other kind of name is
/// not let through, but for what scripts set for themselves.
/// </summary>
public sealed class HostCookies(RequestDelegate next)
{
    const string Prefix = "__Host-";

    /// <summary>Set by <c>app.js</c>; they say how a page looks and nothing else.</summary>
    static readonly string[] OfScripts = ["theme", "zone"];

    public Task InvokeAsync(HttpContext context)
    {
        var cookies = context.Request.Headers.Cookie;
        if (cookies.Count > 0) context.Request.Headers.Cookie = Taken(cookies, context.Request.IsHttps);
        context.Response.OnStarting(Name, context);
        return next(context);
    }

    static StringValues Taken(StringValues headers, bool isHttps)
    {
        var taken = headers.SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(pair => OfScripts.Contains(pair.Split('=')[0], StringComparer.Ordinal) ? pair
                : !pair.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? isHttps ? null : pair
                : isHttps && pair.StartsWith(Prefix, StringComparison.Ordinal) ? pair[Prefix.Length..] : null);
        return string.Join("; ", taken.OfType<string>()) is { Length: > 0 } joined ? joined : StringValues.Empty;
    }

    static Task Name(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        if (headers.SetCookie.Count > 0) headers.SetCookie = new StringValues([.. headers.SetCookie.Select(cookie => Named(cookie!, context.Request.IsHttps))]);
        return Task.CompletedTask;
    }

    static string Named(string header, bool isHttps)
    {
        if (!SetCookieHeaderValue.TryParse(header, out var cookie)) throw new InvalidOperationException("A cookie of the site cannot be read.");

        (cookie.HttpOnly, cookie.Secure, cookie.Path, cookie.Domain) = (true, isHttps, "/", default);
        if (cookie.SameSite is Microsoft.Net.Http.Headers.SameSiteMode.None or Microsoft.Net.Http.Headers.SameSiteMode.Unspecified) cookie.SameSite = Microsoft.Net.Http.Headers.SameSiteMode.Lax;
        if (isHttps) cookie.Name = Prefix + cookie.Name;
        return cookie.ToString();
    }
}
