using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Community.Search;

/// <summary>Shows found words in a text: everything is encoded, and <c>mark</c> is the only element.</summary>
sealed class Excerpt(HashSet<string> marks) : IDisposable
{
    const int Length = 260;
    const int Lead = 60;

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly CommunityAnalyzer analyzer = new(marks);

    /// <summary>The whole text.</summary>
    public string Whole(string text) => Encode(text, 0, text.Length, Found(text));

    /// <summary>The passage with the most different words, about 260 characters, else the beginning.</summary>
    public string Passage(string text)
    {
        var found = Found(text);
        var (start, end) = text.Length <= Length ? (0, text.Length) : Around(text, BestStart(found));
        return (start > 0 ? "…" : "") + Encode(text, start, end, found) + (end < text.Length ? "…" : "");
    }

    public void Dispose() => analyzer.Dispose();

    List<TextTerm> Found(string text) => marks.Count == 0 ? [] : Terms.Of(analyzer, text, marks);

    /// <summary>Where the best window begins: a window moves over the found words, and counts different ones first.</summary>
    static int BestStart(List<TextTerm> found)
    {
        var counts = new Dictionary<string, int>();
        var (best, bestValue, last) = (0, 0, 0);
        for (var first = 0; first < found.Count; first++)
        {
            for (; last < found.Count && found[last].End <= found[first].Start + Length - Lead; last++)
                counts[found[last].Text] = counts.GetValueOrDefault(found[last].Text) + 1;

            var value = counts.Count * 100 + Math.Min(last - first, 99);
            if (value > bestValue) (best, bestValue) = (found[first].Start, value);
            if (counts.TryGetValue(found[first].Text, out var left) && left > 1) counts[found[first].Text] = left - 1;
            else counts.Remove(found[first].Text);
            last = Math.Max(last, first + 1);
        }

        return best;
    }

    static (int Start, int End) Around(string text, int at)
    {
        var start = Math.Clamp(at - Lead, 0, Math.Max(0, text.Length - Length));
        if (start > 0 && text.IndexOf(' ', start, Math.Min(Lead, text.Length - start)) is >= 0 and var space && space < at) start = space + 1;
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length && text.LastIndexOf(' ', end, Length / 4) is > 0 and var last) end = last;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        return (start, end);
    }

    static string Encode(string text, int start, int end, List<TextTerm> found)
    {
        var html = new StringBuilder();
        var at = start;
        for (var i = 0; i < found.Count;)
        {
            var (from, until) = (found[i].Start, found[i].End);
            i++;
            if (from < at || until > end) continue;

            // Words side by side are one mark.
            while (i < found.Count && found[i].End <= end && (found[i].Start <= until || text.AsSpan(until, found[i].Start - until).IsWhiteSpace()))
                until = Math.Max(until, found[i++].End);
            html.Append(Encoder.Encode(text[at..from])).Append("<mark>").Append(Encoder.Encode(text[from..until])).Append("</mark>");
            at = until;
        }

        return html.Append(Encoder.Encode(text[at..end])).ToString();
    }
}
