using System.Net;
using System.Text.RegularExpressions;

namespace Community.Notes.Links;

/// <summary>Reads the links out of a note's stored HTML. What it quotes from other posts is theirs, and not everybody's to read.</summary>
public static partial class LinkReading
{
    const int MostLinks = 200;

    /// <summary>Addresses of the web, each once, at most 200.</summary>
    public static IReadOnlyList<string> Outside(string html) =>
        [.. All(html).Where(href => href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            .Select(href => href.Split('#')[0]).Where(href => href.Length <= OutsideLink.MaxAddressLength).Distinct().Take(MostLinks)];

    /// <summary>Addresses of this site, from its root, each once, at most 200.</summary>
    public static IReadOnlyList<string> Inside(string html) => [.. All(html).Where(href => href.StartsWith('/')).Distinct().Take(MostLinks)];

    static IEnumerable<string> All(string html)
    {
        var quotes = 0;
        foreach (Match tag in Tag().Matches(html))
        {
            if (tag.Groups[1].Success)
            {
                if (quotes == 0) yield return WebUtility.HtmlDecode(tag.Groups[1].Value);
            }
            else if (tag.Value[1] == '/') quotes = Math.Max(0, quotes - 1);
            else if (quotes > 0 || tag.Value.Contains("class=\"quote\"", StringComparison.Ordinal) || tag.Value.Contains("data-post=", StringComparison.Ordinal)) quotes++;
        }
    }

    [GeneratedRegex("<a [^>]*?href=\"([^\"]+)\"|<blockquote[^>]*>|</blockquote>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
