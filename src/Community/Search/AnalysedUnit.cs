using Lucene.Net.Search;

namespace Community.Search;

/// <summary>What has to fit at one place of a query, as terms: a word, what was typed as its alternatives, and, for less, what means the same.</summary>
sealed class AnalysedUnit
{
    readonly List<(AnalysedWord Word, float Weight)> any;

    public AnalysedUnit(IEnumerable<AnalysedWord> words, bool isRequired)
    {
        any = [.. words.Select(word => (word, 1f))];
        IsRequired = isRequired;
    }

    /// <summary>What was typed first of it.</summary>
    public AnalysedWord First => any[0].Word;

    /// <summary>A phrase has to be there.</summary>
    public bool IsRequired { get; }

    public bool IsStop => any.TrueForAll(one => one.Word.IsStop);

    /// <summary>The same text has the same key, whatever its case.</summary>
    public string Key => string.Join('\u001F', any.Select(one => one.Word.Text.ToLowerInvariant()));

    public IEnumerable<string> Marks => any.SelectMany(one => one.Word.Marks);

    /// <summary>Another word for the same, which counts for less.</summary>
    public void AlsoSaid(AnalysedWord word, float weight) => any.Add((word, weight));

    /// <summary>The other word for it that is there, where none of those typed is; else null.</summary>
    public string? OtherWord(Func<AnalysedWord, bool> isThere) => any.Find(one => isThere(one.Word)) is (not null, < 1) other ? other.Word.Text : null;

    /// <param name="times">How often it was typed: it counts as often.</param>
    public Query In(IReadOnlyList<(string Name, float Weight)> fields, int times = 1)
    {
        if (any.Count == 1) return Anywhere(any[0].Word, fields, times);

        var best = new DisjunctionMaxQuery(0);
        foreach (var (word, weight) in any) best.Add(Anywhere(word, fields, times * weight));
        return best;
    }

    static InFields Anywhere(AnalysedWord word, IReadOnlyList<(string Name, float Weight)> fields, float boost) => new([.. fields.Select(field =>
    {
        var one = word.In(field.Name);
        one.Boost *= field.Weight;
        return one;
    })])
    { Boost = boost };
}
