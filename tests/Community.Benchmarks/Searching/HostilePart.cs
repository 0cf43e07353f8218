using Community.Benchmarks.Making;

namespace Community.Benchmarks.Searching;

/// <summary>Texts that are made to be expensive.</summary>
sealed class HostilePart(SearchedCommunity searched, Table table)
{
    const int Times = 5;

    static readonly (string Name, string Text)[] Texts =
    [
        ("*a*", "*a* *e* ?a* a*"),
        ("1,024 clauses", string.Join(" OR ", Enumerable.Range(0, 1_024).Select(Wording.Word))),
        ("64 frequent words", string.Join(' ', Enumerable.Range(0, 64).Select(Wording.Word))),
        ("32 KB", string.Join(' ', Enumerable.Range(0, 5_000).Select(Wording.Word))[..32_768]),
        ("32 KB of one letter", new string('a', 32_768)),
        ("32 KB of one word", string.Join(' ', Enumerable.Repeat(Wording.Word(0), 12_000))[..32_768]),
        ("deep brackets", new string('(', 10_000) + Wording.Word(0) + new string(')', 10_000)),
        ("control characters", string.Concat(Enumerable.Range(0, 32).Select(c => $"{(char)c}{Wording.Word(c)}\u202E\uFFFE\uD800"))),
        ("phrases of frequent words", string.Join(' ', Enumerable.Range(0, 20).Select(n => $"\"{Wording.Word(n)} {Wording.Word(n + 1)}\""))),
        ("a phrase of 64 words", $"\"{string.Join(' ', Enumerable.Range(0, 64).Select(Wording.Word))}\""),
        ("joined words", string.Join(' ', Enumerable.Range(0, 60).Select(n => $"{Wording.Word(n)}-{Wording.Word(n + 1)}-{Wording.Word(n + 2)}"))),
        ("nothing but exclusions", string.Join(' ', Enumerable.Range(0, 64).Select(n => "-" + Wording.Word(n)))),
    ];

    public async Task Run(CancellationToken stop)
    {
        var worst = (Name: "", Work: default(Work));
        foreach (var (name, text) in Texts)
        {
            var works = new List<Work>();
            for (var i = 0; i < Times; i++) works.Add(await Work.Of(() => searched.Search(text, stop)));
            var work = works.OrderBy(w => w.Clock).ElementAt(Times / 2);
            Console.Error.WriteLine($"hostile, {name}: {Show.Ms(work.Clock)}, processor {Show.Ms(work.Processor)}");
            if (work.Clock > worst.Work.Clock) worst = (name, work);
        }

        table.Row($"hostile texts, the worst: {worst.Name}", Show.Ms(worst.Work.Processor), atMost: "300 ms", p50: Show.Ms(worst.Work.Clock));
    }
}
