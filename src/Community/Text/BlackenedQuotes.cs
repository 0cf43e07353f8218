using System.Globalization;
using System.Text.RegularExpressions;

namespace Community.Text;

/// <summary>Quotations of a post whose words must be gone: each sign becomes a black bar, and the text keeps its length, because others may know places in it.</summary>
public static class BlackenedQuotes
{
    const char Bar = '█';
    const string Open = "<blockquote";
    const string Close = "</blockquote>";

    public static string InSource(string source, long postId)
    {
        var of = false;
        return string.Join('\n', source.Split('\n').Select(line =>
        {
            if (line.Contains("[!quote", StringComparison.OrdinalIgnoreCase))
            {
                of = line.Contains(string.Create(CultureInfo.InvariantCulture, $"post={postId} "), StringComparison.OrdinalIgnoreCase) || line.Contains(string.Create(CultureInfo.InvariantCulture, $"post={postId}]"), StringComparison.OrdinalIgnoreCase);
                return line;
            }

            // A quotation goes on until an empty line.
            if (string.IsNullOrWhiteSpace(line)) of = false;
            return of ? Blacken(line) : line;
        }));
    }

    public static string InHtml(string html, long postId)
    {
        var start = new Regex(string.Create(CultureInfo.InvariantCulture, $"<blockquote class=\"quote\" data-post=\"{postId}\"[^>]*>"), RegexOptions.NonBacktracking);
        var at = 0;
        while (start.Match(html, at) is { Success: true } found)
        {
            var (from, to) = (found.Index + found.Length, EndOf(html, found.Index + found.Length));
            html = string.Concat(html.AsSpan(0, from), new string(Bar, to - from), html.AsSpan(to));
            at = to;
        }

        return html;
    }

    /// <summary>The sign of a quotation stays.</summary>
    static string Blacken(string line) => string.Concat(line.Select((sign, at) => sign == '>' && line[..at].All(before => before is '>' or ' ') || sign is ' ' or '\r' ? sign : Bar));

    /// <summary>Where the quotation's own closing tag begins.</summary>
    static int EndOf(string html, int from)
    {
        for (var depth = 1; ;)
        {
            var close = html.IndexOf(Close, from, StringComparison.Ordinal);
            if (close < 0) return html.Length;

            var open = html.IndexOf(Open, from, close - from, StringComparison.Ordinal);
            depth += open >= 0 ? 1 : -1;
            if (depth == 0) return close;

            from = open >= 0 ? open + Open.Length : close + Close.Length;
        }
    }
}
