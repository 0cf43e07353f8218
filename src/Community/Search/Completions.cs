using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>A word offered for what is being typed, with a post that the viewer may see and that has it.</summary>
/// <param name="Text">All of the typed text with the word completed.</param>
readonly record struct Completion(string Text, long PostId);

/// <summary>Completes the last word from the words of posts that the viewer may see and where it stands after the word before it: the one in most posts first.</summary>
static class Completions
{
    public const int MinPrefix = 2;

    const int MostWords = 100;

    /// <summary>Whether one word stands after another is asked for so many.</summary>
    const int MostAfter = 16;
    const int MostReadAfter = 20_000;
    const int MostCountedAfter = 100;
    const int MostCounted = 5_000;

    const int Near = 2;

    public static List<Completion> Of(LastWord last, VisiblePosts visible, CommunityAnalyzer analyzer, int most)
    {
        if (last.Prefix.Length < MinPrefix) return [];

        var words = TermsByPrefix.Of(visible.Reader, Fields.Word, last.Prefix, MostWords).FindAll(word => word.Text != last.Prefix);
        var before = last.WordsBefore(analyzer).LastOrDefault()?.Parts[^1];
        var best = before is null ? Best(words, visible, most, MostCounted, word => new TermQuery(new Term(Fields.Word, word)))
            : Best(Affordable(words, visible.Reader.DocFreq(new Term(Fields.Text, before))), visible, most, MostCountedAfter, word => After(before, word, analyzer));
        return best.ConvertAll(word => new Completion(last.Before + word.Text, word.PostId));
    }

    /// <summary>To find where one word stands after another, the posts of the rarer one are read.</summary>
    static IEnumerable<CountedTerm> Affordable(List<CountedTerm> words, int docFreqBefore)
    {
        var left = MostReadAfter;
        return words.Take(MostAfter).Where(word => (left -= Math.Min(word.DocFreq, docFreqBefore)) >= 0);
    }

    /// <summary>Posts that have the word as it is written, and one of its forms soon after the other: those stand in the field that knows where.</summary>
    static BooleanQuery After(string before, string word, CommunityAnalyzer analyzer)
    {
        var row = new PhraseQuery { Slop = Near };
        row.Add(new Term(Fields.Text, before));
        foreach (var part in new AnalysedWord(new QueryWord(word, false), analyzer).Parts) row.Add(new Term(Fields.Text, part));
        return new BooleanQuery { { new TermQuery(new Term(Fields.Word, word)), Occur.MUST }, { row, Occur.MUST } };
    }

    /// <summary>No word stands in more posts that can be seen than in posts: where the rest stand in fewer, they need not be looked at.</summary>
    static List<(string Text, long PostId)> Best(IEnumerable<CountedTerm> mostFrequentFirst, VisiblePosts visible, int most, int mostCounted, Func<string, Query> query)
    {
        var best = new List<(string Text, long PostId, int Count)>();
        foreach (var word in mostFrequentFirst)
        {
            if (visible.IsSpent || best.Count >= most && best[most - 1].Count >= word.DocFreq) break;

            var (count, postId) = visible.Count(query(word.Text), mostCounted);
            if (count == 0) continue;

            var place = best.FindIndex(other => other.Count < count);
            best.Insert(place < 0 ? best.Count : place, (word.Text, postId, count));
        }

        return [.. best.Take(most).Select(word => (word.Text, word.PostId))];
    }
}
