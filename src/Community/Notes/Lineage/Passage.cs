using System.Security.Cryptography;
using System.Text;
using Community.Text;

namespace Community.Notes.Lineage;

/// <summary>Compares pieces of text by their words, whatever their marks and white space.</summary>
public static class Passage
{
    /// <summary>A passage stands in a text if this share of its rows of words do.</summary>
    const double StillThere = 0.5;

    /// <summary>So many words in a row are seldom written twice by chance.</summary>
    const int RowLength = 4;

    /// <summary>Letters and digits, in small letters without accents.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var folded = Folded.Of(text);
        for (var at = 0; at < folded.Length;)
        {
            while (at < folded.Length && !char.IsLetterOrDigit(folded[at])) at++;
            var start = at;
            while (at < folded.Length && char.IsLetterOrDigit(folded[at])) at++;
            if (at > start) words.Add(folded[start..at]);
        }

        return words;
    }

    /// <summary>The same for texts of the same words.</summary>
    public static string FingerprintOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', Words(text)))).AsSpan(0, 12));

    /// <summary>How much of the words of both are the same, from 0 to 1: twice the common ones by all (Dice, "Measures of the amount of ecologic association between species", 1945).</summary>
    public static double Likeness(Dictionary<string, int> one, Dictionary<string, int> other)
    {
        var (fewer, more) = one.Count <= other.Count ? (one, other) : (other, one);
        var common = fewer.Sum(word => Math.Min(word.Value, more.GetValueOrDefault(word.Key)));
        var all = one.Values.Sum() + other.Values.Sum();
        return all == 0 ? 0 : 2.0 * common / all;
    }

    public static Dictionary<string, int> Counted(List<string> words) => words.CountBy(word => word).ToDictionary();

    /// <summary>Whether all words of a passage stand in a text, in their order.</summary>
    public static bool Holds(string text, string passage) => (" " + string.Join(' ', Words(text)) + " ").Contains(" " + string.Join(' ', Words(passage)) + " ", StringComparison.Ordinal);

    /// <summary>The same of a text as it is shown, but for what it quotes.</summary>
    public static bool HoldsHtml(string html, string passage) => Holds(PlainPost.Of(html), passage);

    /// <summary>Whether a text has anything of a passage: a row of four of its words, or, of a short one, all of them.</summary>
    public static bool Shares(string text, string passage)
    {
        var (words, there) = (Words(text), Rows(Words(passage)).ToHashSet());
        return words.Count < RowLength || there.Count == 0 ? Holds(passage, text) || Holds(text, passage) : Rows(words).Any(there.Contains);
    }

    /// <summary>Whether a text still has much of a passage in its own words: half of its rows of four words.</summary>
    public static bool IsStillIn(string text, string passage)
    {
        var words = Words(passage);
        if (words.Count < RowLength) return words.Count > 0 && Holds(text, passage);

        var rows = Rows(words).ToList();
        var there = Rows(Words(text)).ToHashSet();
        return rows.Count(there.Contains) >= rows.Count * StillThere;
    }

    static IEnumerable<string> Rows(List<string> words) => Enumerable.Range(0, Math.Max(0, words.Count - RowLength + 1)).Select(i => string.Join(' ', words.GetRange(i, RowLength)));
}
