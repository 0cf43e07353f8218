using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Making;
using Community.Benchmarks.Running;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Benchmarks.Parts;

/// <summary>The panel under a search field, asked letter by letter as people type the first words of titles, on the published site; one typist, so that the times are those of the server.</summary>
sealed class TypingPart(BenchmarkOptions options, GeneratedCommunity community, Programs programs, Table table)
{
    const int Titles = 60;
    const int MostLetters = 16;

    /// <summary>Until the hot paths are compiled for good.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);

    public async Task Run(CancellationToken stop)
    {
        var typed = await Typed(stop);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        await using var site = new Server(programs.Site, "--data", community.Data, "--urls", options.SiteUrl);
        await site.Answers(client, options.SiteUrl + "/health/ready", stop);
        client.DefaultRequestHeaders.Add("Cookie", await Cookies.Of(community));
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;) await Ask(client, typed, stop);

        var before = site.ProcessorTime;
        var times = await Ask(client, typed, stop);
        var processor = (site.ProcessorTime - before) / times.Count;
        times.Sort();
        table.Add($"while typing, {times.Count} beginnings", Ms(processor), atMost: "50 ms", p50: Ms(times[times.Count / 2]), p99: Ms(times[(int)(times.Count * 0.99)]));
    }

    async Task<List<TimeSpan>> Ask(HttpClient client, List<string> typed, CancellationToken stop)
    {
        var times = new List<TimeSpan>(typed.Count);
        foreach (var text in typed)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync($"{options.SiteUrl}/search/instant?q={Uri.EscapeDataString(text)}", stop);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync(stop);
            times.Add(Stopwatch.GetElapsedTime(began));
        }

        return times;
    }

    /// <summary>Each title from its second letter on, as far as somebody types before the panel has it.</summary>
    async Task<List<string>> Typed(CancellationToken stop)
    {
        await using var db = new ContextFactory(new DataFolder(community.Data), null).Create();
        var titles = await db.Topics.OrderBy(t => t.Id).Select(t => t.Title).Take(Titles).ToListAsync(stop);
        return [.. titles.SelectMany(title => Enumerable.Range(2, Math.Max(0, Math.Min(MostLetters, title.Length) - 1)).Select(length => title[..length]))];
    }

    static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";
}
