using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Community.Notes.Links;

/// <summary>Which addresses the program may ask: those of the public web. What stands in a text must not let anybody look into the institution's own network through this program.</summary>
public static class PublicAddress
{
    /// <summary>Networks that are private, of this machine, or not of the public internet (IANA's registries of special-purpose addresses).</summary>
    static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "192.175.48.0/24", "168.63.129.16/32", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <summary>The one block of IPv6 that is given out, and what of it does not lead to the public web or hides an address of IPv4.</summary>
    static readonly IPNetwork Given = IPNetwork.Parse("2000::/3");

    static readonly IPNetwork[] SpecialOfSix = [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"), IPNetwork.Parse("3fff::/20")];

    /// <summary>The networks that this machine stands in: institutions number their inside from public ranges, too.</summary>
    static readonly Lazy<IPNetwork[]> Own = new(() => [.. NetworkInterface.GetAllNetworkInterfaces().SelectMany(one => one.GetIPProperties().UnicastAddresses).Where(one => one.PrefixLength > 0).Select(NetworkOf)]);

    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (Array.Exists(Own.Value, network => network.Contains(address))) return false;

        return address.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(Special, network => network.Contains(address))
            : address.AddressFamily == AddressFamily.InterNetworkV6 && Given.Contains(address) && !Array.Exists(SpecialOfSix, network => network.Contains(address));
    }

    static IPNetwork NetworkOf(UnicastIPAddressInformation own)
    {
        var bytes = own.Address.GetAddressBytes();
        for (var bit = own.PrefixLength; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> bit % 8);
        return new IPNetwork(new IPAddress(bytes), own.PrefixLength);
    }

    /// <summary>Whether an address may be asked as it is written: http or https on their own ports, without a name and password, and not of a place that is only known inside.</summary>
    public static bool MayAsk(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.IsDefaultPort && address.UserInfo.Length == 0
        && (address.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 ? IPAddress.TryParse(address.DnsSafeHost, out var ip) && IsPublic(ip) : address.DnsSafeHost.Contains('.', StringComparison.Ordinal));
}
