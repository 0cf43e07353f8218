using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Transfer.StackExchange;

/// <summary>Whether two pieces of HTML show the same: words, links, code, emphasis, lists. White space outside code, and the levels of headings, do not count.</summary>
sealed class Likeness
{
    const int MaxDepth = 200;

    static readonly HtmlParser Parser = new();

    readonly StringBuilder print = new();
    readonly Func<string, string> address;

    Likeness(Func<string, string> address) => this.address = address;

    /// <param name="address">What the addresses in <paramref name="html"/> are in <paramref name="other"/>.</param>
    public static bool Alike(string html, string other, Func<string, string> address) => Print(html, address) == Print(other, same => same);

    static string Print(string html, Func<string, string> address)
    {
        var likeness = new Likeness(address);
        likeness.Walk(Parser.ParseDocument("<body>" + html).Body!, inCode: false, depth: 0);
        return likeness.print.ToString();
    }

    void Walk(INode parent, bool inCode, int depth)
    {
        if (depth > MaxDepth) return;

        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) Words(text.Data, inCode);
            else if (node is IElement { LocalName: "img" } image && image.Closest("a[href]") is null) print.Append("\u0001a ").Append(address(image.GetAttribute("src") ?? "")).Append('\u0002').Append(image.GetAttribute("alt")).Append("\u0001/a\u0002");
            else if (node is IElement { LocalName: "img" } inLink) Words(inLink.GetAttribute("alt") ?? "", inCode);
            else if (node is IElement element)
            {
                var mark = Mark(element);
                if (mark is not null) print.Append('\u0001').Append(mark).Append('\u0002');
                Walk(element, inCode || element.LocalName == "pre", depth + 1);
                if (mark is not null) print.Append("\u0001/").Append(mark[0]).Append('\u0002');
            }
        }
    }

    string? Mark(IElement element) => element.LocalName switch
    {
        "a" when element.GetAttribute("href") is { } href => "a " + address(href),
        "strong" or "b" => "strong",
        "em" or "i" => "emphasis",
        "del" or "s" or "strike" => "deleted",
        ['h', >= '1' and <= '6'] => "heading",
        "code" or "pre" or "li" or "ul" or "ol" or "blockquote" or "hr" or "sub" or "sup" or "kbd" or "tr" or "td" or "th" => element.LocalName,
        _ => null,
    };

    void Words(string text, bool inCode)
    {
        if (inCode) print.Append(text.TrimEnd('\n'));
        else
            foreach (var c in text)
                if (!char.IsWhiteSpace(c)) print.Append(c);
    }
}
