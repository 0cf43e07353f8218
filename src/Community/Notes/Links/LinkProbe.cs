using System.Net;
using System.Net.Sockets;

namespace Community.Notes.Links;

/// <summary>Asks an address of the public web whether it is there: HEAD, and GET where that is not taken; it reads no body, follows at most five redirects, and goes nowhere that is not public, by whatever name.</summary>
public sealed class LinkProbe : IDisposable
{
    const int MostRedirects = 5;
    const int TimeoutSeconds = 15;

    /// <summary>For all redirects together: one server must not hold up the others.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(40);

    readonly HttpClient client;

    /// <param name="find">The addresses of a name; null asks the system.</param>
    /// <param name="isPublic">Which of them may be asked; null for those of the public web.</param>
    public LinkProbe(Func<string, CancellationToken, Task<IPAddress[]>>? find = null, Func<IPAddress, bool>? isPublic = null)
    {
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = TimeSpan.FromSeconds(TimeoutSeconds),
            MaxResponseHeadersLength = 32,
            // Nothing of a body is read, also not to use the connection again.
            MaxResponseDrainSize = 0,
            ConnectCallback = new PublicConnection(find, isPublic).Open,
            PooledConnectionLifetime = TimeSpan.FromSeconds(1),
        })
        {
            Timeout = TimeSpan.FromSeconds(TimeoutSeconds),
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Community link check");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "*/*");
    }

    /// <summary>What is waited between two requests.</summary>
    internal Func<CancellationToken, Task> Pause { get; init; } = stop => Task.Delay(TimeSpan.FromSeconds(1), stop);

    internal Func<Uri, bool> MayAsk { get; init; } = PublicAddress.MayAsk;

    /// <returns>What came back, and the last status.</returns>
    public async Task<(LinkAnswer Answer, int? Status)> Ask(string address, CancellationToken stop)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var at)) return (LinkAnswer.Inside, null);

        using var late = CancellationTokenSource.CreateLinkedTokenSource(stop);
        late.CancelAfter(Longest);
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                if (!MayAsk(at)) return (LinkAnswer.Inside, null);
                if (redirects > 0) await Pause(late.Token);

                var (status, next) = await Once(at, late.Token);
                if (next is null) return (Meaning(status), (int)status);

                at = next;
            }

            return (LinkAnswer.Silent, null);
        }
        catch (NotPublicException)
        {
            return (LinkAnswer.Inside, null);
        }
        catch (HttpRequestException error) when (error.InnerException is NotPublicException)
        {
            return (LinkAnswer.Inside, null);
        }
        catch (Exception error) when (error is HttpRequestException or SocketException or IOException || error is OperationCanceledException && !stop.IsCancellationRequested)
        {
            return (LinkAnswer.Silent, null);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Servers that do not know HEAD say so in many ways; only a good answer to it is believed.</summary>
    async Task<(HttpStatusCode Status, Uri? Next)> Once(Uri at, CancellationToken stop)
    {
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, at), HttpCompletionOption.ResponseHeadersRead, stop);
        if ((int)head.StatusCode < 400) return (head.StatusCode, Next(at, head));

        await Pause(stop);
        using var get = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, at), HttpCompletionOption.ResponseHeadersRead, stop);
        return (get.StatusCode, Next(at, get));
    }

    static Uri? Next(Uri at, HttpResponseMessage answer) => (int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } location && Uri.TryCreate(at, location, out var next) ? next : null;

    static LinkAnswer Meaning(HttpStatusCode status) => (int)status switch
    {
        < 400 => LinkAnswer.Alive,
        404 or 410 => LinkAnswer.Gone,
        >= 500 => LinkAnswer.Silent,
        _ => LinkAnswer.Closed,
    };
}
