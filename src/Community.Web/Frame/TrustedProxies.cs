using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Community.Web.Frame;

/// <summary>Believes the <c>X-Forwarded-…</c> headers of the proxies that <c>Community:TrustedProxies</c> names, and of nobody else: addresses or networks, with commas between them.</summary>
public static class TrustedProxies
{
    const string Setting = "Community:TrustedProxies";

    /// <summary>Call it first: scheme, host and client address count for everything after it.</summary>
    /// <exception cref="SettingException">The setting names something else.</exception>
    public static IApplicationBuilder UseTrustedProxies(this WebApplication app)
    {
        // The framework has a switch of its own, which believes everybody.
        app.Configuration["ForwardedHeaders_Enabled"] = "false";
        var named = (app.Configuration[Setting] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // With empty lists the framework believes everybody, too.
        if (named.Length == 0) return app;

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in named) options.KnownIPNetworks.Add(NetworkOf(name));
        return app.UseForwardedHeaders(options);
    }

    static System.Net.IPNetwork NetworkOf(string name)
    {
        if (System.Net.IPNetwork.TryParse(name, out var network)) return network;
        if (IPAddress.TryParse(name, out var address)) return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);

        throw new SettingException($"The setting {Setting} holds addresses and networks such as 10.0.0.1 or 10.0.0.0/8, not \"{name}\".");
    }
}
