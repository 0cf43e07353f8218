using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Tests.Text;

/// <summary>
/// The shape of some HTML, for comparing: white space folded, attributes in order, and what the house does to every text applied to both sides: pictures from
/// elsewhere are links, links with other schemes or relative to the page are their words, the renderer's own attributes are left out.
/// </summary>
static partial class Shape
{
    static readonly string[] Blocks = "body blockquote dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul section".Split(' ');

    public static string Of(string html)
    {
        var shape = new StringBuilder();
        foreach (var node in new HtmlParser().ParseDocument("<body>" + html).Body!.ChildNodes) Write(shape, node);
        return Spaces().Replace(shape.ToString(), "").Trim();
    }

    static void Write(StringBuilder shape, INode node)
    {
        if (node is IText text) shape.Append(text.ParentElement?.Closest("pre") is null ? Space().Replace(text.Data, " ") : text.Data.Replace(' ', '\u2423').Replace('\n', '\u240A'));
        if (node is not IElement element) return;

        var isImage = element.LocalName == "img";
        var name = isImage ? "a" : element.LocalName;
        var isBare = name == "a" && (!IsKept(element.GetAttribute(isImage ? "src" : "href")) || (isImage && element.Closest("a") is not null));
        isBare |= element.ClassName == "scroll" || name == "input";
        var attributes = isBare ? "" : string.Concat(Attributes(element).Order(StringComparer.Ordinal));

        if (!isBare) shape.Append(Edge(name)).Append('<').Append(name).Append(attributes).Append('>').Append(Edge(name));
        if (name == "input") shape.Append(element.HasAttribute("checked") ? "[x] " : "[ ] ");
        if (isImage) shape.Append(element.GetAttribute("alt") is { Length: > 0 } alt ? alt : element.GetAttribute("src"));
        foreach (var child in element.ChildNodes) Write(shape, child);
        if (!isBare && name is not ("br" or "hr")) shape.Append(Edge(name)).Append("</").Append(name).Append('>').Append(Edge(name));
    }

    static string Edge(string name) => Blocks.Contains(name) || name == "br" ? "\uE000" : "";

    static bool IsKept(string? address) =>
        address is not null && (address.StartsWith('/') || address.StartsWith('#') || Kept().IsMatch(address)) && !address.Contains('\\');

    static IEnumerable<string> Attributes(IElement element)
    {
        foreach (var attribute in element.Attributes)
        {
            var pair = attribute.Name switch
            {
                "href" or "src" => $" href={attribute.Value}",
                "title" or "start" => $" {attribute.Name}={attribute.Value}",
                "class" when element.LocalName is "code" => $" {attribute.Value}",
                "class" when element.LocalName is "td" or "th" => $" {attribute.Value}",
                "align" => " " + attribute.Value switch { "left" => "start", "right" => "end", var other => other },
                _ => "",
            };
            if (pair.Length > 0) yield return pair;
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Space();

    [GeneratedRegex(@"\s*\uE000[\s\uE000]*", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex("^(https?://|mailto:)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Kept();
}
