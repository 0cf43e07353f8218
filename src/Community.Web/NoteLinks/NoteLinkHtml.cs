using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Community.Text;

namespace Community.Web.NoteLinks;

/// <summary>Stored HTML with its links to notes completed: where they lead, and what the note is called, is filled in when it is read.</summary>
public static partial class NoteLinkHtml
{
    /// <summary>What a text links to.</summary>
    public static IEnumerable<NoteLinkPlace> Places(string html) =>
        html.Contains(" href=\"/notes/", StringComparison.Ordinal) ? Opening().Matches(html).Select(NoteLinkPlace.Of) : [];

    /// <param name="find">What the reader gets to see of a link.</param>
    /// <param name="missing">What is said of a title that no note bears; null where the reader cannot write one.</param>
    public static string Fill(string html, Func<NoteLinkPlace, FoundNote?> find, string? missing)
    {
        if (!html.Contains(" href=\"/notes/", StringComparison.Ordinal)) return html;

        var filled = new StringBuilder(html.Length + 200);
        var at = 0;
        for (var match = Opening().Match(html); match.Success; match = Opening().Match(html, at))
        {
            filled.Append(html, at, match.Index - at);
            at = match.Index + match.Length;
            var (place, note) = (NoteLinkPlace.Of(match), find(NoteLinkPlace.Of(match)));
            if (!place.IsOwn)
            {
                filled.Append(note is null ? match.Value : $"<a href=\"{note.Address}{match.Groups["rest"].Value}");
                // A bare address says what the note is called.
                if (note?.Title is { } title && match.Groups["rest"].Value == "\">" && html.AsSpan(at).StartsWith($"/notes/{place.Id}", StringComparison.Ordinal) && html.IndexOf("</a>", at, StringComparison.Ordinal) is var close and > 0 && Bare().IsMatch(html[at..close]))
                {
                    filled.Append(WebUtility.HtmlEncode(title));
                    at = close;
                }

                continue;
            }

            var end = html.IndexOf("</a>", at, StringComparison.Ordinal);
            var words = html[at..(end < 0 ? html.Length : end)];
            at = end < 0 ? html.Length : end + "</a>".Length;
            filled.Append(Own(place, note, words, missing));
        }

        return filled.Append(html, at, html.Length - at).ToString();
    }

    static string Own(NoteLinkPlace place, FoundNote? note, string words, string? missing)
    {
        var isTyped = WebUtility.HtmlDecode(words) is var plain && (plain == place.Title || plain == string.Create(CultureInfo.InvariantCulture, $"/notes/{place.Id}"));
        if (note is not null) return $"<a class=\"{NoteLinkForm.Class}\" href=\"{note.Address}\">{(isTyped && note.Title is not null ? WebUtility.HtmlEncode(note.Title) : words)}</a>";
        if (place.Title is null) return $"<a class=\"{NoteLinkForm.Class}\" href=\"/notes/{place.Id}\">{words}</a>";
        if (missing is null) return $"<span class=\"wanted\">{words}</span>";

        return $"<a class=\"{NoteLinkForm.Class} wanted\" href=\"/new/note?title={Uri.EscapeDataString(place.Title)}\" title=\"{WebUtility.HtmlEncode(missing)}\">{words}</a>";
    }

    // As SafeHtml writes it.
    [GeneratedRegex("<a(?<own> class=\"note-link\")? href=\"/notes/(named\\?title=(?<title>[^\"]*)|(?<id>[0-9]{1,18})(/[^\"#?]*)?(#(?<anchor>[^\"]*))?)(?<rest>\"[^>]*>)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex("^/notes/[0-9]+[a-z0-9/-]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Bare();
}

/// <summary>One link of a text.</summary>
/// <param name="IsOwn">Written <c>[[…]]</c>, so that its words may be the note's title.</param>
/// <param name="Title">What is looked up; null for a number.</param>
/// <param name="Anchor">A heading in the words of a link; empty for none.</param>
public readonly record struct NoteLinkPlace(bool IsOwn, string? Title, long Id, string Anchor)
{
    internal static NoteLinkPlace Of(Match match) => new(match.Groups["own"].Success, match.Groups["title"].Success ? Uri.UnescapeDataString(WebUtility.HtmlDecode(match.Groups["title"].Value)) : null,
        match.Groups["id"].Success ? long.Parse(match.Groups["id"].ValueSpan, CultureInfo.InvariantCulture) : 0, WebUtility.HtmlDecode(match.Groups["anchor"].Value));
}

/// <summary>Where a link leads one reader.</summary>
/// <param name="Address">As it stands in an attribute.</param>
/// <param name="Title">Null where several notes bear the title.</param>
public sealed record FoundNote(string Address, string? Title);
