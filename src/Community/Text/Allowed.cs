using System.Text;
using AngleSharp.Dom;

namespace Community.Text;

/// <summary>The allow-list: tags, and by tag the attributes and their values. No author chooses an id, a name, a style or a class but a code block's language.</summary>
static class Allowed
{
    public static readonly HashSet<string> Tags =
    [
        .. ("abbr b blockquote code dd del details div dl dt em figure figcaption i ins kbd li mark ol p pre q s samp section small span strong sub summary sup "
            + "tbody td tfoot th thead time tr u ul").Split(' '),
    ];

    public static readonly HashSet<string> Void = ["br", "hr"];

    public static readonly HashSet<string> Blocks = [.. "blockquote dd details div dl dt figure figcaption h1 h2 h3 h4 h5 h6 hr li ol p pre section table td th tr ul".Split(' ')];

    static readonly HashSet<string> Classes = [.. "math footnotes contains-task-list task-list-item quote".Split(' ')];

    public static string[] Attributes(string tag) => tag switch
    {
        "blockquote" => ["class", "data-post", "data-rev"],
        "code" or "div" or "li" or "span" or "ul" => ["class"],
        "ol" => ["start", "class"],
        "td" or "th" => ["class"],
        _ => [],
    };

    /// <summary>The attribute's value as it may be written, or null.</summary>
    public static string? Value(IElement element, string name) => name switch
    {
        "class" when element.LocalName is "td" or "th" => Alignment(element.GetAttribute("style")),
        "class" when element.LocalName == "code" => Language(element.ClassName),
        "class" => element.ClassName is { } own && Classes.Contains(own) ? own : null,
        "start" or "data-post" or "data-rev" => element.GetAttribute(name) is { } digits && digits.Length is > 0 and < 19 && digits.All(char.IsAsciiDigit) ? digits : null,
        _ => null,
    };

    public static void Encode(StringBuilder html, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny("<>&\"\u00A0") is var at and >= 0)
        {
            html.Append(text[..at]).Append(text[at] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => "&nbsp;" });
            text = text[(at + 1)..];
        }
        html.Append(text);
    }

    static string? Alignment(string? style) => style switch
    {
        null => null,
        _ when style.Contains("center", StringComparison.Ordinal) => "center",
        _ when style.Contains("right", StringComparison.Ordinal) => "end",
        _ when style.Contains("left", StringComparison.Ordinal) => "start",
        _ => null,
    };

    static string? Language(string? classes) =>
        classes is { Length: <= 60 } && classes.StartsWith("language-", StringComparison.Ordinal) && !classes.Any(char.IsWhiteSpace) ? classes : null;
}
