using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Transfer;

/// <summary>
/// HTML as other sites export it, to Markdown that our renderer shows alike. Formulas stay as typed; <c>sub</c>, <c>sup</c> and <c>kbd</c> stay bare tags, which the
/// renderer knows; a spoiler becomes a quotation, a term of a definition list bold; what has no Markdown (underline, colours) keeps its words.
/// </summary>
public sealed partial class HtmlToMarkdown
{
    static readonly HtmlParser Parser = new();

    static readonly HashSet<string> BlockTags =
    [
        .. "address article aside blockquote center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table ul".Split(' '),
    ];

    static readonly HashSet<string> Unseen = ["script", "style", "template", "head", "title", "noscript", "iframe", "object"];

    readonly Func<string, string> address;

    HtmlToMarkdown(Func<string, string> address) => this.address = address;

    /// <summary><paramref name="address"/> may give each link and picture another address (those of the old site, say).</summary>
    public static string Convert(string html, Func<string, string>? address = null)
    {
        var body = Parser.ParseDocument("<body>" + html).Body!;
        return new HtmlToMarkdown(address ?? (same => same)).Blocks(body);
    }

    string Blocks(INode container) => string.Join("\n\n", BlockList(container));

    List<string> BlockList(INode container)
    {
        var blocks = new List<string>();
        var run = new List<INode>();
        IElement? last = null;
        foreach (var node in container.ChildNodes)
        {
            if (node is IElement element && Unseen.Contains(element.LocalName)) continue;
            if (!IsBlock(node))
            {
                run.Add(node);
                continue;
            }
            if (Flush(blocks, run)) last = null;
            Block(blocks, (IElement)node, last);
            last = (IElement)node;
        }
        Flush(blocks, run);
        return blocks;
    }

    bool Flush(List<string> blocks, List<INode> run)
    {
        var text = Lines.Start(InlineWriter.Write(run, address));
        run.Clear();
        if (text.Length > 0) blocks.Add(text);
        return text.Length > 0;
    }

    void Block(List<string> blocks, IElement element, IElement? last)
    {
        var text = element.LocalName switch
        {
            "ul" or "ol" => List(element, last),
            "pre" => Fenced(element),
            "blockquote" => Lines.Prefix(Blocks(element), "> ", "> "),
            "hr" => "***",
            "table" => Table(element),
            "dt" => Inline(element) is { Length: > 0 } term ? $"**{term}**" : "",
            ['h', >= '1' and <= '6'] => Heading(element),
            _ => Blocks(element),
        };
        if (text.Length > 0) blocks.Add(text);
    }

    string Heading(IElement element)
    {
        var text = Inline(element);
        if (text.EndsWith('#')) text = text[..^1] + "\\#";
        return $"{new string('#', element.LocalName[1] - '0')} {text}".TrimEnd();
    }

    /// <summary>On one line.</summary>
    string Inline(IElement element) => InlineWriter.Write(element.ChildNodes, address, isOneLine: true);

    static string Fenced(IElement element)
    {
        var text = element.TextContent;
        if (text.EndsWith('\n')) text = text[..^1];
        var fence = new string('`', Math.Max(3, Lines.LongestRun(text, '`') + 1));
        return $"{fence}{Language(element)}\n{text}\n{fence}";
    }

    static string Language(IElement element)
    {
        foreach (var name in element.ClassList.Concat(element.FirstElementChild?.ClassList ?? Enumerable.Empty<string>()))
        {
            foreach (var start in (ReadOnlySpan<string>)["lang-", "language-"])
            {
                if (name.StartsWith(start, StringComparison.Ordinal) && !name.Contains('`')) return name[start.Length..];
            }
        }
        return "";
    }

    /// <summary>Also an inline element that holds blocks: its own markup cannot span them.</summary>
    static bool IsBlock(INode node) =>
        node is IElement element && (BlockTags.Contains(element.LocalName) || element.Children.Any(IsBlock));
}
