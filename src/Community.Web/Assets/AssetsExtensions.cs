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
    public static StaticAssetsEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder app) => app.MapStaticAssets();
}
