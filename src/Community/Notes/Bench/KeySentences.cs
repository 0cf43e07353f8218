using Community.Notes.Lineage;

namespace Community.Notes.Bench;

/// <summary>
/// The sentences that say most of a long thread: those whose words many others share, each word once and the rarer ones among them more, by the sentence's length (a centroid of
/// tf-idf weights, as in Radev et al., "Centroid-based summarization of multiple documents", 2004). What was found helpful counts a little more; of two that say the same one is taken.
/// </summary>
public static class KeySentences
{
    const int FewestWords = 6;
    const int MostWords = 60;
    const double SameAs = 0.6;

    /// <param name="posts">Their texts without markup, and their votes.</param>
    public static IReadOnlyList<(long PostId, string Text)> Of(IReadOnlyList<(long Id, string Text, int Score)> posts, int count)
    {
        var sentences = posts.SelectMany(post => Sentences(post.Text).Select(text => (post.Id, post.Score, Text: text, Words: Passage.Words(text)))).Where(s => s.Words.Count is >= FewestWords and <= MostWords).ToList();
        if (sentences.Count == 0) return [];

        var holding = sentences.SelectMany(s => s.Words.Distinct()).CountBy(word => word).ToDictionary();
        // Words of one sentence alone are nobody's subject, and words of most are everybody's.
        double Weight(string word) => holding[word] < 2 || word.Length < 3 ? 0 : holding[word] * Math.Log((double)sentences.Count / holding[word] + 1);
        var ranked = sentences.Select(s => (s.Id, s.Text, Counts: Passage.Counted(s.Words), Worth: s.Words.Distinct().Sum(Weight) / Math.Sqrt(s.Words.Count) * (1 + 0.1 * Math.Clamp(s.Score, 0, 5)))).OrderByDescending(s => s.Worth);

        var taken = new List<(long Id, string Text, Dictionary<string, int> Counts)>();
        foreach (var (id, text, counts, worth) in ranked)
        {
            if (taken.Count == count || worth <= 0) break;
            if (!taken.Exists(other => Passage.Likeness(other.Counts, counts) > SameAs)) taken.Add((id, text, counts));
        }

        return [.. taken.Select(s => (s.Id, s.Text))];
    }

    /// <summary>A full stop, a question or exclamation mark before a space and a capital letter or a figure ends one.</summary>
    static IEnumerable<string> Sentences(string text)
    {
        var start = 0;
        for (var at = 0; at + 2 < text.Length; at++)
        {
            if (text[at] is not ('.' or '?' or '!') || text[at + 1] != ' ' || !(char.IsUpper(text[at + 2]) || char.IsDigit(text[at + 2]))) continue;

            yield return text[start..(at + 1)].Trim();
            start = at + 2;
        }

        if (start < text.Length) yield return text[start..].Trim();
    }
}
