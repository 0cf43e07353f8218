using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Community.Benchmarks.Making;
using Community.Benchmarks.Running;
using Community.Governance;
using Community.People;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Telling;

/// <summary>From a POST to a viewer's event, with one viewer and with thousands, beside a bare SignalR broadcast that writes nothing and asks nobody's rights.</summary>
sealed class LivePart(BenchmarkOptions options, GeneratedCommunity community, Programs programs, Table table)
{
    const int Posts = 25;
    const int WarmUps = 1_000;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<int, long> heard = new();

    public async Task Run(int viewers, CancellationToken stop)
    {
        var token = await Token(stop);
        await using var site = new Server(programs.Site, "--data", community.Data, "--urls", options.SiteUrl);
        await using var bare = new Server(programs.Limit, "limit", "--data", community.Data, "--url", options.LimitUrl);
        using var client = new HttpClient { Timeout = Patience };
        await site.Answers(client, options.SiteUrl + "/health/ready", stop);
        await bare.Answers(client, options.LimitUrl + "/list", stop);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        foreach (var count in new[] { 1, viewers })
        {
            var ours = await Measure(options.SiteUrl + "/live", token, count, isWatching: true, i => client.PostAsJsonAsync($"{options.SiteUrl}/api/v1/topics/{community.ThreadId}/posts", new { role = "reply", body = $"Told live, {count} {i} {Guid.NewGuid():N}." }, stop), stop);
            var theirs = await Measure(options.LimitUrl + "/bare", token, count, isWatching: false, i => client.PostAsync($"{options.LimitUrl}/bare", null, stop), stop);
            table.Row($"POST answered, {count:N0} viewers, median", FanOutPart.Ms(Middle(ours.Post)), FanOutPart.Ms(Middle(theirs.Post)), FanOutPart.Ratio(Middle(ours.Post) / Middle(theirs.Post)), "");
            table.Row($"POST to a viewer's event, {count:N0} viewers, the first, median", FanOutPart.Ms(Middle(ours.First)), FanOutPart.Ms(Middle(theirs.First)), FanOutPart.Ratio(Middle(ours.First) / Middle(theirs.First)), count == 1 ? "15 ms" : "");
            if (count > 1) table.Row($"POST to the last of {count:N0} viewers, median", FanOutPart.Ms(Middle(ours.Last)), FanOutPart.Ms(Middle(theirs.Last)), FanOutPart.Ratio(Middle(ours.Last) / Middle(theirs.Last)), "250 ms", p99: FanOutPart.Ms(ours.Last.Max()));
        }
    }

    async Task<(List<TimeSpan> First, List<TimeSpan> Last, List<TimeSpan> Post)> Measure(string hub, string token, int count, bool isWatching, Func<int, Task<HttpResponseMessage>> post, CancellationToken stop)
    {
        var lines = new List<HubConnection>();
        foreach (var some in Enumerable.Range(0, count).Chunk(50)) lines.AddRange(await Task.WhenAll(some.Select(n => Line(hub, token, n, isWatching, stop))));
        var (first, last, posts) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        // A site that has been running for a while: its code is compiled for speed after some hundred calls.
        for (var i = count == 1 ? -WarmUps : -20; i < Posts; i++)
        {
            heard.Clear();
            var began = Stopwatch.GetTimestamp();
            using (var answer = await post(i)) answer.EnsureSuccessStatusCode();
            if (i >= 0) posts.Add(Stopwatch.GetElapsedTime(began));
            while (heard.Count < count && Stopwatch.GetElapsedTime(began) < Patience) await Task.Delay(1, stop);
            if (heard.Count < count) throw new InvalidOperationException($"{heard.Count} of {count} heard of it.");
            if (i >= 0) (first, last) = ([.. first, Stopwatch.GetElapsedTime(began, heard.Values.Min())], [.. last, Stopwatch.GetElapsedTime(began, heard.Values.Max())]);
            await Task.Delay(i < 0 ? 2 : 200, stop);
        }

        foreach (var line in lines) await line.DisposeAsync();
        return (first, last, posts);
    }

    async Task<HubConnection> Line(string hub, string token, int number, bool isWatching, CancellationToken stop)
    {
        var line = new HubConnectionBuilder().WithUrl(hub, web =>
        {
            web.SkipNegotiation = true;
            web.Transports = HttpTransportType.WebSockets;
            web.Headers["Authorization"] = "Bearer " + token;
        }).Build();
        line.On<object>("changed", _ => heard.TryAdd(number, Stopwatch.GetTimestamp()));
        await line.StartAsync(stop);
        if (isWatching) await line.InvokeAsync("Watch", community.ThreadId, stop);
        return line;
    }

    async Task<string> Token(CancellationToken stop)
    {
        await using var services = GeneratedCommunity.Services(community.Data);
        // The reader has a session and no account; only an account has tokens.
        var teller = await services.GetRequiredService<AddPerson>().Run(null, "Teller", $"teller.{Guid.NewGuid():N}@library.example", Role.Member, null, "told in two hundred milliseconds", stop: stop);
        return await services.GetRequiredService<MakeToken>().Run(teller.Id, "benchmark", stop);
    }

    static TimeSpan Middle(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
