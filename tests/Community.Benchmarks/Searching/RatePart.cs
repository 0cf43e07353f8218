using System.Diagnostics;

namespace Community.Benchmarks.Searching;

/// <summary>Twenty searches a second, each begun when it is due, whether those before have ended or not: waiting counts.</summary>
sealed class RatePart(SearchedCommunity searched, Table table, int seconds)
{
    const int ASecond = 20;

    public async Task Run(CancellationToken stop)
    {
        var texts = TypedQueries.All.SelectMany(typed => typed.Texts).ToArray();
        new Random(14).Shuffle(texts);
        List<Task<TimeSpan>> asked = [];
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < seconds * ASecond; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / ASecond);
            if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early) await Task.Delay(early, stop);
            asked.Add(Task.Run(() => Ask(texts[i % texts.Length], began, due, stop), stop));
        }

        var times = (await Task.WhenAll(asked)).Order().ToList();
        table.Row($"{ASecond} searches a second", atMost: "p99 100 ms", p50: Show.Ms(times[times.Count / 2]), p99: Show.Ms(times[(int)(times.Count * 0.99)]));
    }

    async Task<TimeSpan> Ask(string text, long began, TimeSpan due, CancellationToken stop)
    {
        await searched.Search(text, stop);
        return Stopwatch.GetElapsedTime(began) - due;
    }
}
