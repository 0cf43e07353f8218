using Community.People;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Live;

/// <summary>
/// Stands before the hub, for every transport. Browsers send cookies along with a WebSocket that another site opens, and no CORS rule stops
/// them: only the own origin comes in. A request without an origin is no browser's and needs a token. Without either there is no session: 401.
/// </summary>
sealed class LiveOrigin(RequestDelegate next, IAuthenticationSchemeProvider schemes)
{
    public async Task InvokeAsync(HttpContext context, CommunityContext db)
    {
        if (!context.Request.Path.StartsWithSegments(LiveExtensions.Path))
        {
            await next(context);
            return;
        }

        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        if (await Refusal(context, db) is { } status) context.Response.StatusCode = status;
        else await next(context);
    }

    async Task<int?> Refusal(HttpContext context, CommunityContext db)
    {
        var origin = context.Request.Headers.Origin;
        if (origin.Count > 0 && (origin.Count > 1 || origin[0] != await Own(context, db))) return StatusCodes.Status403Forbidden;
        if (CurrentViewer.PersonIdOf(context.User) is null) return StatusCodes.Status401Unauthorized;

        return origin.Count == 0 && !await HasToken(context) ? StatusCodes.Status403Forbidden : null;
    }

    /// <summary>As a browser writes it: the public address, or the request's own where none is set.</summary>
    static async Task<string?> Own(HttpContext context, CommunityContext db)
    {
        var address = await db.Institutions.Select(i => i.PublicAddress).FirstOrDefaultAsync(context.RequestAborted);
        if (string.IsNullOrEmpty(address)) address = $"{context.Request.Scheme}://{context.Request.Host.Value}";
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;

        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        return uri.IsDefaultPort ? $"{uri.Scheme}://{host}" : $"{uri.Scheme}://{host}:{uri.Port}";
    }

    /// <summary>Whether anything but a cookie says who this is. What is not known counts as a cookie.</summary>
    async Task<bool> HasToken(HttpContext context)
    {
        foreach (var identity in context.User.Identities.Where(i => i is { IsAuthenticated: true, AuthenticationType: not null }))
            if (await schemes.GetSchemeAsync(identity.AuthenticationType!) is { } scheme && !typeof(CookieAuthenticationHandler).IsAssignableFrom(scheme.HandlerType)) return true;

        return false;
    }
}
