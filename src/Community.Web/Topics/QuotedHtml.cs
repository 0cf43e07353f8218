using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Community.Web.Topics;

/// <summary>Who said what a post quotes, filled in when it is read: names and states are never stored in the text.</summary>
/// <param name="Cite">"Li Wen, 16 November"; null when the source is out of the reader's sight.</param>
public sealed record QuoteSource(long PostId, string? Cite);

/// <summary>Stored HTML with its quotations completed.</summary>
public static partial class QuotedHtml
{
    const string Open = "<blockquote";
    const string Close = "</blockquote>";

    /// <summary>The posts that a text quotes.</summary>
    public static IEnumerable<long> Sources(string html) => html.Contains("data-post=", StringComparison.Ordinal)
        ? QuoteStart().Matches(html).Select(match => long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))
        : [];

    /// <summary>Puts the source under each quotation, and <paramref name="tombstone"/> in place of one whose source is gone.</summary>
    public static string Fill(string html, IReadOnlyDictionary<long, QuoteSource> sources, string tombstone)
    {
        if (!html.Contains("data-post=", StringComparison.Ordinal)) return html;

        var filled = new StringBuilder(html.Length + 200);
        var at = 0;
        while (QuoteStart().Match(html, at) is { Success: true } start)
        {
            var end = EndOf(html, start.Index + start.Length);
            var id = long.Parse(start.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            filled.Append(html, at, start.Index - at).Append(start.Value);
            if (sources.TryGetValue(id, out var source) && source.Cite is not null)
                filled.Append(Fill(html[(start.Index + start.Length)..end], sources, tombstone)).Append("<p class=\"cite\"><a href=\"/posts/").Append(id).Append("\">").Append(WebUtility.HtmlEncode(source.Cite)).Append("</a></p>");
            else
                filled.Append("<p>").Append(WebUtility.HtmlEncode(tombstone)).Append("</p>");
            filled.Append(Close);
            at = Math.Min(html.Length, end + Close.Length);
        }

        return filled.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>Where the quotation's own closing tag begins.</summary>
    static int EndOf(string html, int from)
    {
        var depth = 1;
        while (true)
        {
            var close = html.IndexOf(Close, from, StringComparison.Ordinal);
            if (close < 0) return html.Length;

            var open = html.IndexOf(Open, from, close - from, StringComparison.Ordinal);
            depth += open >= 0 ? 1 : -1;
            if (depth == 0) return close;

            from = open >= 0 ? open + Open.Length : close + Close.Length;
        }
    }

    [GeneratedRegex("<blockquote class=\"quote\" data-post=\"([0-9]{1,18})\"[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex QuoteStart();
}
