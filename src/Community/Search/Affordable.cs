using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// Of a text with very many frequent words, the rarer ones: a search may go through so many entries of the index, and no more. What people type stays far below that, also in a
/// community of millions of posts.
/// </summary>
static class Affordable
{
    public const long MostEntries = 2_000_000;

    /// <summary>So many plain words are looked for whatever they cost.</summary>
    const int FewestWords = 8;

    /// <summary>An entry with its places, or in a list of alternatives, beside a plain one.</summary>
    const int Dear = 6;

    /// <summary>Null where all of them can be afforded.</summary>
    public static List<Query>? Of(IReadOnlyList<Query> words, IndexReader reader)
    {
        if (words.Count <= FewestWords && words.All(IsPlain)) return null;

        // By their places: two forms of a word are equal as queries, and only one of them may be affordable.
        var (spent, kept) = (0L, new SortedList<int, Query>(words.Count));
        foreach (var (place, cost) in words.Select((word, place) => (Place: place, Cost: Cost(word, reader))).OrderBy(word => word.Cost))
        {
            spent += cost;
            if (spent <= MostEntries) kept.Add(place, words[place]);
            else if (kept.Count < (IsPlain(words[place]) ? FewestWords : 1)) kept.Add(place, Fewer(words[place], reader));
        }

        return kept.Count == words.Count && kept.All(word => word.Value == words[word.Key]) ? null : [.. kept.Values];
    }

    /// <summary>Of alternatives the rarer ones.</summary>
    static Query Fewer(Query word, IndexReader reader)
    {
        if (word is not DisjunctionMaxQuery any) return word;

        var (spent, fewer) = (0L, new DisjunctionMaxQuery(0) { Boost = any.Boost });
        foreach (var (one, cost) in any.Select(one => (one, Cost(one, reader) * Dear)).OrderBy(one => one.Item2))
        {
            spent += cost;
            if (spent <= MostEntries || fewer.Disjuncts.Count == 0) fewer.Add(one);
        }

        return fewer.Disjuncts.Count == any.Disjuncts.Count ? word : fewer;
    }

    static bool IsPlain(Query word) => word is InFields fields ? fields.Parts.All(part => part is TermQuery) : word is TermQuery;

    static long Cost(Query word, IndexReader reader)
    {
        var terms = new HashSet<Term>();
        word.ExtractTerms(terms);
        return terms.Sum(term => (long)reader.DocFreq(term)) * (IsPlain(word) ? 1 : Dear);
    }
}
