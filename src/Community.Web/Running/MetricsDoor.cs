using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Community.Web.Running;

/// <summary>Who may read what the program measures of itself: a configured address, or whoever carries the configured token. For everybody else there is nothing there.</summary>
public sealed class MetricsDoor
{
    const string Bearer = "Bearer ";

    /// <summary>What a proxy leaves that nobody here trusts; one that is trusted by configuration has its header taken off before.</summary>
    static readonly string[] Proxied = ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"];

    readonly IReadOnlyList<IPNetwork> networks;
    readonly byte[]? tokenHash;

    public MetricsDoor(IConfiguration settings)
    {
        networks = [.. settings.GetSection(SettingList.MetricsAllow).AsEnumerable().Where(entry => entry.Value is { Length: > 0 }).SelectMany(entry => SettingTypes.NetworksIn(entry.Value!)).OfType<IPNetwork>()];
        tokenHash = settings.Given(SettingList.MetricsToken) is { } token ? Hash(token) : null;
    }

    /// <summary>False where nobody may come in at all.</summary>
    public bool IsThere => networks.Count > 0 || tokenHash is not null;

    public bool Opens(HttpContext context) => HasToken(context.Request) || IsNear(context);

    bool HasToken(HttpRequest request) => tokenHash is not null && request.Headers.Authorization.ToString() is var given && given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(tokenHash, Hash(given[Bearer.Length..]));

    bool IsNear(HttpContext context)
    {
        if (networks.Count == 0 || context.Connection.RemoteIpAddress is not { } address || Proxied.Any(context.Request.Headers.ContainsKey)) return false;

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return networks.Any(network => network.Contains(plain));
    }

    static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
