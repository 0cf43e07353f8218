using Community.Events;
using Community.Search;
using Microsoft.AspNetCore.OutputCaching;

namespace Community.Web.Frame;

/// <summary>
/// Keeps pages that anybody can read for those without an account. The log's last event is part of the key, so that nothing is shown from before it: not a
/// post that was taken back, not a space that is public no more. Whoever brings any cookie but theme and zone, or a feed's secret, is not served from here.
/// </summary>
public sealed class OpenPages(LastEvent last, SearchIndex index) : IOutputCachePolicy
{
    public const string Name = "open";

    /// <summary>Of all kept pages together.</summary>
    public const long MaxBytes = 32_000_000;

    const int MaxHeaderLength = 100;

    /// <summary>For what is no event: "5 min", and the institution's name.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isOpen = IsOpen(request);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (isOpen, isOpen, isOpen, isOpen);
        if (!isOpen) return;

        context.ResponseExpirationTimeSpan = Longest;
        var key = context.CacheVaryByRules;
        key.QueryKeys = "*";
        key.VaryByValues["log"] = (await last.Id()).ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (request.Path.StartsWithSegments("/search") || request.Path.Value?.Contains("/related", StringComparison.Ordinal) == true) key.VaryByValues["index"] = index.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        key.VaryByValues["theme"] = request.Cookies["theme"] ?? "";
        key.VaryByValues["zone"] = request.Cookies["zone"] ?? "";
        key.VaryByValues["encoding"] = request.Headers.AcceptEncoding.ToString();
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // A page with a form is its reader's own.
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0 || context.HttpContext.User.Identity?.IsAuthenticated == true) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    bool IsOpen(HttpRequest request) => HttpMethods.IsGet(request.Method) && !request.Query.ContainsKey("key") && request.Headers.Authorization.Count == 0 && index.CatchingUp is null
        && request.Headers.AcceptEncoding.ToString().Length <= MaxHeaderLength
        && IsAnybodys(request);

    /// <summary>Nothing tells readers apart but how they like pages to look. What was said to one person is not looked for then: that alone would write a cookie.</summary>
    public static bool IsAnybodys(HttpRequest request) => request.Cookies.All(cookie => cookie.Key is "theme" or "zone" && cookie.Value.Length <= MaxHeaderLength);
}
