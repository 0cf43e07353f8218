using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>A word offered for what is being typed, with a post that the viewer may see and that has it.</summary>
/// <param name="Text">All of the typed text with the word completed.</param>
readonly record struct Completion(string Text, long PostId);

/// <summary>Completes the last word from the words of posts that the viewer may see: those first that stand beside the other words, then by in how many posts.</summary>
static class Completions
{
    public const int MinPrefix = 2;

    const int MostWords = 200;

    /// <summary>Whether words stand together is asked for so many.</summary>
    const int MostTogether = 24;

    static readonly TimeSpan ReadingTime = TimeSpan.FromMilliseconds(10);

    public static List<Completion> Of(LastWord last, VisiblePosts visible, CommunityAnalyzer analyzer, int most)
    {
        if (last.Prefix.Length < MinPrefix) return [];

        var words = TermsByPrefix.Of(visible.Reader, Fields.Word, last.Prefix, MostWords, ReadingTime).FindAll(word => word.Text != last.Prefix);
        var found = Together(words, last.WordsBefore(analyzer), visible, most);
        if (found.Count < most) found.AddRange(Best(words.Where(word => found.TrueForAll(other => other.Text != word.Text)), visible, most - found.Count, word => new TermQuery(new Term(Fields.Word, word))));
        return found.ConvertAll(word => new Completion(last.Before + word.Text, word.PostId));
    }

    static List<(string Text, long PostId)> Together(List<CountedTerm> words, List<AnalysedWord> others, VisiblePosts visible, int most)
    {
        if (others.Count == 0) return [];

        return Best(words.Take(MostTogether), visible, most, word =>
        {
            var all = new BooleanQuery { { new TermQuery(new Term(Fields.Word, word)), Occur.MUST } };
            foreach (var other in others) all.Add(other.In(Fields.Text), Occur.MUST);
            return all;
        });
    }

    /// <summary>No word stands in more posts that can be seen than in posts: where the rest stand in fewer, they need not be looked at.</summary>
    static List<(string Text, long PostId)> Best(IEnumerable<CountedTerm> mostFrequentFirst, VisiblePosts visible, int most, Func<string, Query> query)
    {
        var best = new List<(string Text, long PostId, int Count)>();
        foreach (var word in mostFrequentFirst)
        {
            if (visible.IsSpent || best.Count >= most && best[most - 1].Count >= word.DocFreq) break;

            var (count, postId) = visible.Count(query(word.Text));
            if (count == 0) continue;

            var place = best.FindIndex(other => other.Count < count);
            best.Insert(place < 0 ? best.Count : place, (word.Text, postId, count));
        }

        return [.. best.Take(most).Select(word => (word.Text, word.PostId))];
    }
}
