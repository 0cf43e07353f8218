using System.Net;
using System.Text.RegularExpressions;

namespace Community.Notes.Links;

/// <summary>Reads the links out of a note's stored HTML.</summary>
public static partial class LinkReading
{
    const int MostLinks = 200;

    /// <summary>Addresses of the web, each once, at most 200.</summary>
    public static IReadOnlyList<string> Outside(string html) =>
        [.. All(html).Where(href => href.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || href.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            .Select(href => href.Split('#')[0]).Where(href => href.Length <= OutsideLink.MaxAddressLength).Distinct().Take(MostLinks)];

    /// <summary>Addresses of this site, from its root, each once, at most 200.</summary>
    public static IReadOnlyList<string> Inside(string html) => [.. All(html).Where(href => href.StartsWith('/')).Distinct().Take(MostLinks)];

    static IEnumerable<string> All(string html) => Href().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex("<a [^>]*?href=\"([^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex Href();
}
