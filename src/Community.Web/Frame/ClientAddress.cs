using System.Net;
using System.Net.Sockets;

namespace Community.Web.Frame;

/// <summary>Where a request comes from, for counting: whoever has one IPv6 address has the other 2⁶⁴ of its network as well.</summary>
public static class ClientAddress
{
    const int NetworkBytes = 8;

    /// <summary>An IPv4 address, or an IPv6 network such as <c>2001:db8::/64</c>; empty when the connection has none.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(NetworkBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
