using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Web.Mailing;

/// <summary>A text without its marks, in paragraphs, for readers that show no HTML.</summary>
static class PlainText
{
    static readonly HashSet<string> Blocks = ["p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "table", "figure", "details", "blockquote"];

    public static string Of(string html)
    {
        using var page = new HtmlParser().ParseDocument(html);
        var lines = new Lines();
        Add(page.Body!, lines, isLiteral: false);
        return lines.Text;
    }

    static void Add(INode node, Lines lines, bool isLiteral)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) Say(lines, words.Data, isLiteral);
            if (child is not IElement element) continue;

            var name = element.LocalName;
            if (Blocks.Contains(name)) lines.Break(isApart: true);
            if (name is "li" or "tr" or "br") lines.Break(isApart: false);
            var before = lines.Before;
            if (name == "li") lines.Say("- ");
            if (name == "img") lines.Say($"[{element.GetAttribute("alt")}]");
            if (name == "blockquote") lines.Before += "> ";
            Add(element, lines, isLiteral || name == "pre");
            if (name is "td" or "th") lines.Say("  ");
            if (name == "a" && element.GetAttribute("href") is { } address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) && address != element.TextContent) lines.Say($" <{address}>");
            if (Blocks.Contains(name) || name is "li" or "tr") lines.Break(isApart: Blocks.Contains(name));
            lines.Before = before;
        }
    }

    static void Say(Lines lines, string words, bool isLiteral)
    {
        if (!isLiteral)
        {
            var plain = string.Join(' ', words.Split((char[])['\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0 && char.IsWhiteSpace(words[0])) lines.Space();
            lines.Say(plain);
            if (plain.Length > 0 && char.IsWhiteSpace(words[^1])) lines.Space();
            return;
        }

        foreach (var (line, place) in words.ReplaceLineEndings("\n").Split('\n').Select((line, place) => (line, place)))
        {
            if (place > 0) lines.Break(isApart: false);
            lines.Say(line);
        }
    }

    sealed class Lines
    {
        readonly List<string> done = [];
        readonly StringBuilder open = new();

        /// <summary>Stands before each line: the marks of quotations.</summary>
        public string Before { get; set; } = "";

        public string Text => string.Join('\n', done.Append(Before + open).Select(line => line.TrimEnd())).Trim('\n');

        public void Say(string words) => open.Append(words);

        public void Space()
        {
            if (open.Length > 0 && open[^1] != ' ') open.Append(' ');
        }

        /// <param name="isApart">With an empty line between.</param>
        public void Break(bool isApart)
        {
            if (open.Length > 0) done.Add(Before + open);
            open.Clear();
            if (isApart && done.Count > 0 && done[^1].TrimEnd('>', ' ').Length > 0) done.Add(Before);
        }
    }
}
