using System.Net;
using System.Text.RegularExpressions;

namespace Community.Web.Topics;

/// <summary>One entry of a note's contents list.</summary>
public sealed record NoteSection(string Id, string Text);

/// <summary>Reads a note's sections out of its stored HTML.</summary>
public sealed partial class NoteContents
{
    const int MostSections = 60;

    /// <summary>The second-level headings, in order.</summary>
    public IReadOnlyList<NoteSection> Of(string html) =>
        [.. SectionHeading().Matches(html).Take(MostSections).Select(match => new NoteSection(match.Groups[1].Value, WebUtility.HtmlDecode(Tags().Replace(match.Groups[2].Value, ""))))];

    [GeneratedRegex("<h2[^>]* id=\"([a-z0-9-]+)\"[^>]*>(.*?)</h2>", RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex SectionHeading();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
