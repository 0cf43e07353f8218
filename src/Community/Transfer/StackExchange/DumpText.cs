using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Community.Text;
using Community.Topics;

namespace Community.Transfer.StackExchange;

/// <summary>From the texts of a dump to ours: bodies are HTML, histories and comments Markdown.</summary>
static partial class DumpText
{
    /// <summary>HTML to Markdown, with addresses that lead where they led.</summary>
    public static string FromHtml(string html, Site site) => HtmlToMarkdown.Convert(html, site.Resolve).Trim('\n');

    public static string FromMarkdown(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim('\n', '\r');

    /// <summary>A comment is one run of words: what would begin a heading, a list or a quotation here is a character there.</summary>
    public static string FromComment(string text) => BlockStart().Replace(FromMarkdown(text.Trim()), match => match.Groups["before"].Value + "\\" + match.Groups["mark"].Value);

    /// <summary>At most so many characters, the last one an ellipsis where something was cut.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most) return text;

        return text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
    }

    /// <summary>Halves of characters that stand alone cannot be stored everywhere.</summary>
    public static string WithoutHalves(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return text;

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) whole.Append(rune);
        return whole.ToString();
    }

    /// <summary>Renders; what cannot be rendered is kept readable as the text it is.</summary>
    public static (PostText Text, bool IsPlain) Render(string source)
    {
        try
        {
            return (new PostText(source, Markdown.Render(source).Html, [], [], []), false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // One text in a million must not end the import; it is reported and stays whole.
            return (new PostText(source, $"<pre tabindex=\"0\"><code>{WebUtility.HtmlEncode(source)}</code></pre>", [], [], []), true);
        }
    }

    [GeneratedRegex(@"^(?<before>[ \t]*([0-9]{1,9}(?=[.)]))?)(?<mark>#{1,6}(?=\s)|>|[-+*](?=\s)|[.)](?=\s)|```|~~~|={3,}|-{3,})", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BlockStart();
}
