using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Community.Web.Tests;

/// <summary>A mail server on loopback that keeps what it gets. It refuses as many mails as it is told to.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource stop = new();
    readonly Task accepting;

    public SmtpSink()
    {
        listener.Start();
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Whole messages with their headers, lines ended by \n.</summary>
    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>So many of the next mails are refused.</summary>
    public int Refusals { get; set; }

    public int Refused { get; private set; }

    public Dictionary<string, string?> Settings => new()
    {
        ["Community:Smtp:Host"] = "127.0.0.1",
        ["Community:Smtp:Port"] = Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Community:Smtp:From"] = "Community <community@library.example>",
        ["Community:Smtp:Security"] = "None",
    };

    /// <summary>Waits until a number of mails has come.</summary>
    public async Task<IReadOnlyList<string>> Wait(int count)
    {
        for (var i = 0; i < 150 && Mails.Count < count; i++) await Task.Delay(100);
        return Mails.Count >= count ? [.. Mails] : throw new TimeoutException($"{Mails.Count} of {count} mails came.");
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await accepting;
        stop.Dispose();
    }

    async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(Talk(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(talks);
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
                await writer.WriteLineAsync("220 sink");
                while (await reader.ReadLineAsync(stop.Token) is { } line)
                {
                    await writer.WriteLineAsync(await Answer(line, reader, writer));
                    if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) return;
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // The program or the test hung up.
        }
    }

    async Task<string> Answer(string line, StreamReader reader, StreamWriter writer)
    {
        if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) && Refusals > 0)
        {
            Refusals--;
            Refused++;
            return "451 come back later";
        }
        if (!line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase)) return "250 fine";

        await writer.WriteLineAsync("354 go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".") mail.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append('\n');
        Mails.Enqueue(mail.ToString());
        return "250 kept";
    }
}
