using System.Diagnostics;
using System.Globalization;
using System.Text;
using Community.Benchmarks.Making;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Topics.Checks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Checking;

/// <summary>The look at a long draft before it is posted, with hundreds of watched subjects and dozens of patterns, beside its rendering.</summary>
sealed class ChecksPart(GeneratedCommunity community, Table table)
{
    const int Subjects = 500;
    const int Patterns = 50;
    const int Words = 5_000;
    const int Times = 40;

    public async Task Run(CancellationToken stop)
    {
        await using var services = GeneratedCommunity.Services(community.Data);
        var store = services.GetRequiredService<CommunityStore>();
        var draft = await Draft(store, stop);
        await MakeRules(services, store, draft, stop);
        var (guards, text) = (services.GetRequiredService<KnownGuards>(), new GuardedText(draft, "A long draft", ["minutes.pdf"]));
        var found = await guards.Check(text);

        var (checks, renders) = (new List<double>(), new List<double>());
        for (var i = -5; i < Times; i++)
        {
            var check = await Spent(async () => await guards.Check(text));
            var render = await Spent(() => Task.FromResult(Markdown.Render(draft, new RenderOptions { Headings = HeadingLevels.Post })));
            if (i >= 0) (checks, renders) = ([.. checks, check], [.. renders, render]);
        }

        table.Row($"check of {Words:N0} words against {Subjects} subjects and {Patterns} patterns, processor time, mean ({found.Count} finds)", Ms(checks.Average()), Ms(renders.Average()), (checks.Average() / renders.Average()).ToString("0.00", CultureInfo.InvariantCulture), "50 ms", p99: Ms(checks.Max()));
    }

    static string Ms(double milliseconds) => milliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    static async Task<double> Spent<T>(Func<Task<T>> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        // One takes less than the clock of processor time can tell.
        for (var i = 0; i < 5; i++) await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / 5;
    }

    static async Task<string> Draft(CommunityStore store, CancellationToken stop)
    {
        var (text, words) = (new StringBuilder(), 0);
        foreach (var source in await store.Read(db => db.Revisions.AsNoTracking().OrderBy(r => r.Id).Select(r => r.Source).Take(1_000).ToListAsync(stop)))
        {
            foreach (var word in source.Split(' '))
            {
                if (words++ >= Words) return text.ToString();
                text.Append(word).Append(' ');
            }

            text.Append("\n\n");
        }

        return text.ToString();
    }

    /// <summary>Half of the subjects are two words of the draft, half are words that it does not have; the patterns are numbers that it could have.</summary>
    static async Task MakeRules(ServiceProvider services, CommunityStore store, string draft, CancellationToken stop)
    {
        if (await store.Read(db => db.GuardRules.CountAsync(stop)) >= Subjects + Patterns) return;

        var owner = await store.Read(db => db.Revisions.Select(r => r.EditorId).FirstAsync(stop));
        var (keep, random) = (services.GetRequiredService<KeepGuardRule>(), new Random(7));
        var words = draft.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(char.IsLetter) && word.Length > 3).Distinct().ToList();
        for (var i = 0; i < Subjects; i++)
        {
            var (first, second) = (words[random.Next(words.Count)], words[random.Next(words.Count)]);
            var query = i % 2 == 0 ? $"{first} \"{second} {first}\" OR {second} {first}" : $"unheard{i} {first} OR \"never said {i}\"";
            await keep.Run(null, null, GuardKind.Subject, new GuardWords($"Subject {i}", query, CheckDigit.None, GuardAct.Inform, "Measured.", "All of it.", owner, null, DateTime.UtcNow.AddDays(300)), stop);
        }

        for (var i = 0; i < Patterns; i++)
            await keep.Run(null, null, GuardKind.Number, new GuardWords($"Number {i}", $"\\b[A-Z]{{1,2}}{i % 10}[0-9]{{{6 + i % 8}}}\\b", (CheckDigit)(i % 4), GuardAct.Inform, "Measured.", null, owner, null, null), stop);
    }
}
