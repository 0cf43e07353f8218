using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Community.Search;

/// <summary>A text and the words of a search in it. Shown, everything is encoded, and <c>mark</c> is the only element.</summary>
/// <param name="found">In the order of the text.</param>
sealed class FoundText(string text, List<TextTerm> found)
{
    const int Length = 260;
    const int Lead = 60;

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    readonly HashSet<string> terms = [.. found.Select(term => term.Text)];

    /// <summary>The whole text.</summary>
    public string Whole => Encode(0, text.Length);

    /// <summary>The passage with the most different words, about 260 characters, else the beginning.</summary>
    public string Passage
    {
        get
        {
            var (start, end) = text.Length <= Length ? (0, text.Length) : Around(BestStart());
            return (start > 0 ? "…" : "") + Encode(start, end) + (end < text.Length ? "…" : "");
        }
    }

    /// <summary>Whether any of these terms is in the text.</summary>
    public bool Has(IEnumerable<string> any) => any.Any(terms.Contains);

    /// <summary>Whether all of these terms stand in a row somewhere.</summary>
    public bool HasInARow(IReadOnlyList<string> row) => row.All(terms.Contains)
        && found.Any(first => first.Text == row[0] && row.Skip(1).Select((term, i) => (term, i)).All(next => found.Exists(other => other.Text == next.term && other.Position == first.Position + next.i + 1)));

    /// <summary>Where the best window begins: a window moves over the found words, and counts different ones first.</summary>
    int BestStart()
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

    (int Start, int End) Around(int at)
    {
        var start = Math.Clamp(at - Lead, 0, Math.Max(0, text.Length - Length));
        if (start > 0 && text.IndexOf(' ', start, Math.Min(Lead, text.Length - start)) is >= 0 and var space && space < at) start = space + 1;
        var end = Math.Min(text.Length, start + Length);
        if (end < text.Length && text.LastIndexOf(' ', end, Length / 4) is > 0 and var last) end = last;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end--;
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        return (start, end);
    }

    string Encode(int start, int end)
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
