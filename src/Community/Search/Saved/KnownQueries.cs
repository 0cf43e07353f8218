using System.Collections.Concurrent;

namespace Community.Search.Saved;

/// <summary>What the texts of saved searches ask, in memory: a text asks the same all day.</summary>
sealed class KnownQueries
{
    /// <summary>Some kilobytes each. Beyond that all are forgotten.</summary>
    const int Most = 20_000;

    readonly ConcurrentDictionary<(string Text, DateTime Day), AskedQuery> known = new();

    public AskedQuery Of(string text, DateTime now)
    {
        if (known.TryGetValue((text, now.Date), out var made)) return made;
        if (known.Count >= Most) known.Clear();
        return known[(text, now.Date)] = AskedQuery.Strictly(text, now);
    }
}
