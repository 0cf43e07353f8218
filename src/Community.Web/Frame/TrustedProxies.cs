using Community.Web.Running;
using Microsoft.AspNetCore.HttpOverrides;

namespace Community.Web.Frame;

/// <summary>Believes the <c>X-Forwarded-…</c> headers of the proxies that <c>Community:TrustedProxies</c> names, and of nobody else: addresses or networks, with commas between them.</summary>
public static class TrustedProxies
{
    /// <summary>Call it first: scheme, host and client address count for everything after it.</summary>
    public static IApplicationBuilder UseTrustedProxies(this WebApplication app)
    {
        // The framework has a switch of its own, which believes everybody.
        app.Configuration["ForwardedHeaders_Enabled"] = "false";
        var proxies = app.Configuration.Networks(SettingList.TrustedProxies);
        // With empty lists the framework believes everybody, too.
        if (proxies.Count == 0) return app;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        return app.UseForwardedHeaders(options);
    }
}
