using Microsoft.AspNetCore.StaticAssets;

namespace Community.Web.Assets;

/// <summary>Puts static files, their addresses and the security headers into the program.</summary>
public static class AssetsExtensions
{
    /// <summary>Static files also from a build that was not published, their addresses for views, and no <c>Server</c> header.</summary>
    public static WebApplicationBuilder AddAssets(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton<AssetAddresses>();
        return builder;
    }

    /// <summary>Security headers on every response that the program writes; call it before everything else in the pipeline.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.UseMiddleware<SecurityHeaders>();

    /// <summary>The files of <c>wwwroot</c>: compressed, and kept by browsers for ever under their fingerprinted addresses.</summary>
    public static StaticAssetsEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder app)
    {
        var assets = app.MapStaticAssets();
        assets.Finally(KeepFonts);
        return assets;
    }

    // A stylesheet cannot know a fingerprint, so it names a font with its package's version, and that address is for ever, too.
    static void KeepFonts(EndpointBuilder endpoint)
    {
        if (endpoint is not RouteEndpointBuilder { RequestDelegate: { } serve, RoutePattern.RawText: { } route } || !route.StartsWith("lib/fonts/", StringComparison.Ordinal))
            return;

        endpoint.RequestDelegate = context =>
        {
            if (context.Request.Query.ContainsKey("v"))
                context.Response.OnStarting(KeepForEver, context.Response);
            return serve(context);
        };
    }

    static Task KeepForEver(object response)
    {
        ((HttpResponse)response).Headers.CacheControl = "public, max-age=31536000, immutable";
        return Task.CompletedTask;
    }
}
