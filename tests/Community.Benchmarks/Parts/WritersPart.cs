using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Making;
using Community.Store;
using Community.Topics;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Parts;

/// <summary>Durable replies through the verb, on a copy of the generated database: each is on the disk before the writer goes on (WAL, synchronous=FULL).</summary>
sealed class WritersPart(BenchmarkOptions options, GeneratedCommunity community, Table table)
{
    /// <summary>Until the hot paths are compiled for good.</summary>
    const int WarmUpSeconds = 20;

    public async Task Run(CancellationToken stop)
    {
        var folder = Path.Combine(options.Folder, "writing");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(community.Data, "community.db"), Path.Combine(folder, "community.db"));
        await using (var services = GeneratedCommunity.Services(folder))
        {
            await services.GetRequiredService<Migrator>().Run(stop);
            await Write(services, 4, WarmUpSeconds, stop);
            await Report(services, 1, "", "", stop);
            await Report(services, 32, "at least 500", "100 replies a second", stop);
        }

        Directory.Delete(folder, recursive: true);
    }

    async Task Report(ServiceProvider services, int writers, string atLeast, string peer, CancellationToken stop)
    {
        var (times, took) = await Write(services, writers, options.Seconds, stop);
        times.Sort();
        table.Add($"durable replies, {writers} writers", (times.Count / took.TotalSeconds).ToString("0", CultureInfo.InvariantCulture) + " a second", atMost: atLeast,
            p50: Ms(times[times.Count / 2]), p99: Ms(times[(int)(times.Count * 0.99)]), peer: peer);
    }

    async Task<(List<TimeSpan> Times, TimeSpan Took)> Write(ServiceProvider services, int writers, int seconds, CancellationToken stop)
    {
        var began = Stopwatch.GetTimestamp();
        var each = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            var add = services.GetRequiredService<AddPost>();
            var times = new List<TimeSpan>();
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                var at = Stopwatch.GetTimestamp();
                await add.Run(community.ReaderId, community.ThreadId, Part.Reply, null, $"Reply {times.Count} of writer {writer}: that worked here, too, with the *second* setting.", stop: stop);
                times.Add(Stopwatch.GetElapsedTime(at));
            }

            return times;
        }, stop)));
        return ([.. each.SelectMany(times => times)], Stopwatch.GetElapsedTime(began));
    }

    static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";
}
