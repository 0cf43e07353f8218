using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace Community.Web.Tests.Live;

/// <summary>A browser's live line: a WebSocket without negotiation, from the site's own origin. It can be cut as a cable is.</summary>
public sealed class LiveLine : IAsyncDisposable
{
    readonly List<Told> told = [];
    readonly List<int> bells = [];
    readonly List<Here> presents = [];
    readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    ClientWebSocket? socket;

    LiveLine(Uri site, CookieContainer cookies, Uri origin)
    {
        Hub = new HubConnectionBuilder().WithUrl(new Uri(site, "/live"), options =>
        {
            options.SkipNegotiation = true;
            options.Transports = HttpTransportType.WebSockets;
            options.WebSocketFactory = async (context, stop) =>
            {
                socket = new ClientWebSocket();
                socket.Options.Cookies = cookies;
                socket.Options.SetRequestHeader("Origin", origin.GetLeftPart(UriPartial.Authority));
                await socket.ConnectAsync(context.Uri, stop);
                return socket;
            };
        }).Build();
        Hub.On<Told>("changed", change =>
        {
            lock (told) told.Add(change with { Ticks = Stopwatch.GetTimestamp() });
        });
        Hub.On<Bell>("notified", bell =>
        {
            lock (bells) bells.Add(bell.Unread);
        });
        Hub.On<Here>("present", here =>
        {
            lock (presents) presents.Add(here);
        });
        Hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public HubConnection Hub { get; }

    public Task Closed => closed.Task;

    public IReadOnlyList<Told> Changes
    {
        get
        {
            lock (told) return [.. told];
        }
    }

    public IReadOnlyList<int> Bells
    {
        get
        {
            lock (bells) return [.. bells];
        }
    }

    /// <summary>What was told of who is in a topic.</summary>
    public IReadOnlyList<Here> Presents
    {
        get
        {
            lock (presents) return [.. presents];
        }
    }

    /// <param name="publicAddress">Where the page came from, when that is not the node itself.</param>
    public static async Task<LiveLine> Open(Uri site, CookieContainer cookies, Uri? publicAddress = null)
    {
        var line = new LiveLine(site, cookies, publicAddress ?? site);
        await line.Hub.StartAsync();
        return line;
    }

    public Task Watch(long topicId) => Hub.InvokeAsync("Watch", topicId);

    public Task Hold() => Hub.InvokeAsync("Hold");

    public Task Resume(long lastEventId) => Hub.InvokeAsync("Resume", lastEventId);

    public Task Arrive(long topicId) => Hub.InvokeAsync("Arrive", topicId);

    public Task Edit(long postId) => Hub.InvokeAsync("Edit", postId);

    public Task Write() => Hub.InvokeAsync("Write");

    public void Cut() => socket!.Abort();

    /// <summary>Waits until so many changes are there, at most five seconds.</summary>
    public async Task<IReadOnlyList<Told>> Until(int count)
    {
        for (var i = 0; i < 500 && Changes.Count < count; i++) await Task.Delay(10);
        return Changes;
    }

    public async Task<IReadOnlyList<int>> UntilBell(int unread)
    {
        for (var i = 0; i < 500 && (Bells.Count == 0 || Bells[^1] != unread); i++) await Task.Delay(10);
        return Bells;
    }

    /// <summary>Waits until what was told last is so, at most ten seconds. Returns what was told last, also when it is not.</summary>
    public async Task<Here?> UntilHere(Func<Here, bool> isSo)
    {
        for (var i = 0; i < 1_000 && (Presents.Count == 0 || !isSo(Presents[^1])); i++) await Task.Delay(10);
        return Presents.Count == 0 ? null : Presents[^1];
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    public sealed record Told(long Id, string Kind, long? TopicId, long? PostId, long Ticks = 0);

    public sealed record Bell(int Unread);

    public sealed record Here(long TopicId, IReadOnlyList<long> People, IReadOnlyList<long> Writing, IReadOnlyList<long> Editing);
}
