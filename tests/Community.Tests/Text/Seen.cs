using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Tests.Text;

/// <summary>
/// What a reader sees of some HTML: its words with folded white space, and its parts in order. A paragraph of an item counts as the item; a formula on lines of
/// its own as a paragraph; a picture as the link that our pages show instead; words outside any block as a paragraph.
/// </summary>
sealed record Seen(string Words, string Parts)
{
    static readonly string[] Blocks = "p div pre ul ol li blockquote h1 h2 h3 h4 h5 h6 hr br table tr td th dl dt dd".Split(' ');

    public static Seen In(string html)
    {
        var words = new StringBuilder();
        var parts = new List<string>();
        Walk(new HtmlParser().ParseDocument("<body>" + html).Body!, words, parts);
        return new Seen(string.Join(' ', words.ToString().Split([' ', '\n', '\t', '\r', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)), string.Join('\n', parts));
    }

    static void Walk(INode parent, StringBuilder words, List<string> parts)
    {
        var isOpen = parent is IElement { LocalName: not ("body" or "blockquote") };
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement block && Blocks.Contains(block.LocalName)) isOpen = parent is IElement { LocalName: not ("body" or "blockquote") };
            else if (!isOpen && (node.TextContent.Trim().Length > 0 || node is IElement { LocalName: "img" }))
            {
                isOpen = true;
                parts.Add("p");
            }
            if (node is IText text) words.Append(text.Data);
            if (node is not IElement element) continue;

            var isBlock = Blocks.Contains(element.LocalName);
            if (isBlock) words.Append(' ');
            if (Part(element) is { } part) parts.Add(part);
            if (element.LocalName == "img") words.Append(Alt(element));
            Walk(element, words, parts);
            if (isBlock) words.Append(' ');
        }
    }

    static string? Part(IElement element) => element.LocalName switch
    {
        "p" when element.ParentElement?.LocalName == "li" || element.TextContent.Trim().Length + element.Children.Length == 0 => null,
        "p" => "p",
        "div" when element.ClassName == "math" => element.ParentElement?.LocalName == "li" ? null : "p",
        "pre" or "ul" or "li" or "blockquote" or "hr" => element.LocalName,
        "ol" => $"ol {element.GetAttribute("start") ?? "1"}",
        "a" when element.GetAttribute("href") is { } href && Address(href) is { } address => $"a {address}",
        "img" when element.Closest("a") is null && Address(element.GetAttribute("src")!) is { } address => $"a {address}",
        _ => null,
    };

    static string Alt(IElement image) =>
        image.GetAttribute("alt") is { } alt && alt.Trim().Length > 0 ? alt : Uri.TryCreate(Address(image.GetAttribute("src")!), UriKind.Absolute, out var uri) ? uri.Host : "";

    static string? Address(string href)
    {
        if (href.StartsWith("//", StringComparison.Ordinal)) href = "https:" + href;
        var isKept = href is ['/' or '#', ..] || href.Split(':')[0].ToLowerInvariant() is "http" or "https" or "mailto";
        return isKept ? Uri.UnescapeDataString(href.Trim()) : null;
    }
}
