using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// A subject as posts are asked for it that show who knows: any of its words, in the text or the title. Where a whole question was pasted, its most telling words, by how rare they are
/// and how often they are typed. That all of them stand in one post does not matter, as it does in a search: many posts together show it.
/// </summary>
static class SubjectQuery
{
    const int MostTelling = 24;
    const int MostRead = 1_000;

    /// <summary>Null when no word was typed.</summary>
    public static Query? Of(string text, QueryText typed, CommunityAnalyzer analyzer, IndexReader reader)
    {
        var words = typed.Units.Count < QueryText.MaxWords
            ? typed.Units.SelectMany(unit => unit.Any.Select(word => (Word: word, unit.IsExcluded))).Concat(typed.Wanted.Tags.Select(tag => (new QueryWord(tag, false), false)))
            : text.Split((char[]?)null, MostRead + 1, StringSplitOptions.RemoveEmptyEntries).Take(MostRead).Select(word => (new QueryWord(word.Trim('"', '“', '”', '„'), false), false));
        var all = words.Select(word => (Analysed: new AnalysedWord(word.Item1, analyzer), IsExcluded: word.Item2)).Where(word => word.Analysed.HasTerms).ToList();
        var wanted = all.Where(word => !word.IsExcluded).Select(word => word.Analysed).ToList();
        if (wanted.Count == 0) return null;

        var telling = wanted.Where(word => !word.IsStop).ToList();
        var counted = (telling.Count == 0 ? wanted : telling).GroupBy(word => string.Join(' ', word.Parts)).Select(same => (Word: same.First(), Times: same.Count()));
        var best = counted.OrderByDescending(word => Math.Sqrt(word.Times) * Rarity(word.Word, reader)).Take(MostTelling).Select(word => In(word.Word, word.Times)).ToList();
        var query = new BooleanQuery(disableCoord: true) { { new InFields(best), Occur.MUST } };
        foreach (var word in all.Where(word => word.IsExcluded)) query.Add(In(word.Analysed, 1), Occur.MUST_NOT);
        return query;
    }

    static InFields In(AnalysedWord word, int times)
    {
        var head = word.In(Fields.Head);
        head.Boost *= Ranking.SubjectHead;
        return new InFields([word.In(Fields.Text), head]) { Boost = times };
    }

    /// <summary>0 for a word that no post has: it would only take another's place.</summary>
    static double Rarity(AnalysedWord word, IndexReader reader)
    {
        var posts = word.Parts.Min(part => reader.DocFreq(new Term(Fields.Text, part)));
        return posts == 0 ? 0 : Math.Log(1 + (reader.NumDocs - posts + 0.5) / (posts + 0.5));
    }
}
