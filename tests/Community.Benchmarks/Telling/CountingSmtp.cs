using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Community.Benchmarks.Telling;

/// <summary>A mail server on loopback that counts what it gets, and throws it away.</summary>
sealed class CountingSmtp : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Task accepting;

    public CountingSmtp()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many mails came with each message id.</summary>
    public ConcurrentDictionary<string, int> Ids { get; } = new();

    /// <summary>How many different message ids came to each address.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> Letters { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true) _ = Talk(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It was disposed.
        }
    }

    async Task Talk(TcpClient client)
    {
        try
        {
            using (client)
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 counting");
                var to = "";
                while (await reader.ReadLineAsync(stop.Token) is { } line)
                {
                    if (line.StartsWith("RCPT", StringComparison.Ordinal)) to = line;
                    if (!line.StartsWith("DATA", StringComparison.Ordinal))
                    {
                        await writer.WriteLineAsync("250 fine");
                        continue;
                    }

                    await writer.WriteLineAsync("354 go on");
                    var id = "";
                    while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                        if (id.Length == 0 && text.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase)) id = text;
                    Ids.AddOrUpdate(id, 1, (_, count) => count + 1);
                    Letters.GetOrAdd(to, _ => new())[id] = true;
                    await writer.WriteLineAsync("250 kept");
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The program hung up, or was killed.
        }
    }
}
