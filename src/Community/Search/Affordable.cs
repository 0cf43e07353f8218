using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// Of a text with very many frequent words, the rarer ones: a search may go through so many entries of the index, and no more. What people type stays far below that, also in a
/// community of millions of posts.
/// </summary>
static class Affordable
{
    const long MostEntries = 3_000_000;

    /// <summary>So many plain words are looked for whatever they cost.</summary>
    const int FewestWords = 8;

    /// <summary>An entry with its places, or in a list of alternatives, beside a plain one.</summary>
    const int Dear = 6;

    /// <summary>Null where all of them can be afforded.</summary>
    public static List<Query>? Of(IReadOnlyList<Query> words, IndexReader reader)
    {
        if (words.Count <= FewestWords && words.All(IsPlain)) return null;

        var (spent, kept, isWhole) = (0L, new List<Query>(words.Count), true);
        foreach (var (word, cost) in words.Select(word => (Word: word, Cost: Cost(word, reader))).OrderBy(word => word.Cost))
        {
            spent += cost;
            if (spent <= MostEntries || kept.Count < (IsPlain(word) ? FewestWords : 1)) kept.Add(spent <= MostEntries ? word : Fewer(word, reader));
            isWhole &= kept.Count > 0 && kept[^1] == word;
        }

        return isWhole ? null : [.. words.Where(kept.Contains), .. kept.Except(words)];
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
