using System.Net;
using System.Net.Sockets;

namespace Community.Notes.Links;

/// <summary>Connects to addresses of the public web and to no other, whatever their name says: what was looked at is what is connected to, so that a name that changes its address in between gains nothing.</summary>
/// <param name="find">The addresses of a name; null asks the system.</param>
/// <param name="isPublic">Which of them may be asked; null for those of the public web.</param>
public sealed class PublicConnection(Func<string, CancellationToken, Task<IPAddress[]>>? find = null, Func<IPAddress, bool>? isPublic = null)
{
    readonly Func<string, CancellationToken, Task<IPAddress[]>> find = find ?? Dns.GetHostAddressesAsync;
    readonly Func<IPAddress, bool> isPublic = isPublic ?? PublicAddress.IsPublic;

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="NotPublicException">The name leads inside.</exception>
    public async ValueTask<Stream> Open(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var found = IPAddress.TryParse(context.DnsEndPoint.Host, out var written) ? [written] : await find(context.DnsEndPoint.Host, stop);
        // One address inside is enough: such a name is somebody's own.
        if (found.Length == 0 || !Array.TrueForAll(found, one => isPublic(one))) throw new NotPublicException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>An address is not of the public web.</summary>
public sealed class NotPublicException : Exception;
