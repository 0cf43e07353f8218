using System.Diagnostics;
using Community.Events;
using Community.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Searching;

/// <summary>From the verb that adds a post to its being found, with the site's own loop over the log. The replies stay in the community.</summary>
sealed class FreshPart(SearchedCommunity searched, Table table)
{
    const int Posts = 20;

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    public async Task Run(CancellationToken stop)
    {
        using var loop = ActivatorUtilities.CreateInstance<EventLoop>(searched.Services);
        await loop.StartAsync(stop);
        var times = new List<TimeSpan>();
        for (var i = 0; i < Posts; i++)
        {
            var word = "fresh" + Guid.NewGuid().ToString("N")[..12];
            var began = Stopwatch.GetTimestamp();
            await searched.Services.GetRequiredService<AddPost>().Run(searched.Community.ReaderId, searched.Community.ThreadId, Part.Reply, null, $"That worked here, too: {word}.", stop: stop);
            while ((await searched.Search(word, stop)).Total == 0) await Task.Delay(Look, stop);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        await loop.StopAsync(stop);
        times.Sort();
        table.Row("a new post is found", atMost: "1 s", p50: Show.Ms(times[Posts / 2]), p99: Show.Ms(times[^1]));
    }
}
