using Community.Benchmarks.Making;

namespace Community.Benchmarks.Searching;

/// <summary>What is typed: words of the generated vocabulary by how often they are met, the same for every run.</summary>
sealed record TypedQueries(string Name, IReadOnlyList<string> Texts)
{
    const int Each = 100;

    // Of a hundred posts 20 to 2 have a common word, 2 to 0.2 a middling, fewer a rare one.
    static readonly (int From, int To) Common = (20, 300), Middling = (300, 3_000), Rare = (3_000, 20_000);

    public static IReadOnlyList<TypedQueries> All { get; } =
    [
        Of("two words, both common", 11, Common, Common),
        Of("two words, common and rare", 12, Common, Rare),
        Of("five words, mixed", 13, Common, Rare, Middling, Common, Middling),
    ];

    static TypedQueries Of(string name, int seed, params (int From, int To)[] bands)
    {
        var random = new Random(seed);
        return new TypedQueries(name, [.. Enumerable.Range(0, Each).Select(_ => string.Join(' ', bands.Select(band => Wording.Word(random.Next(band.From, band.To)))))]);
    }
}
