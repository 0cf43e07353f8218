using System.Collections.Concurrent;

namespace Community.Search.Saved;

/// <summary>What the texts of saved searches ask, in memory: a text always asks the same.</summary>
sealed class KnownQueries
{
    /// <summary>Some kilobytes each. Beyond that all are forgotten.</summary>
    const int Most = 20_000;

    static readonly CommunityAnalyzer Analyzer = new();

    readonly ConcurrentDictionary<string, TypedQuery> known = new();

    public TypedQuery Of(string text)
    {
        if (known.TryGetValue(text, out var made)) return made;
        if (known.Count >= Most) known.Clear();
        return known[text] = TypedQuery.Of(text, Analyzer, isStrict: true);
    }
}
