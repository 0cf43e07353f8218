using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Community.Text;

/// <summary>
/// Writes HTML anew from an allow-list, in one pass over the parsed tree: what is not named here is not written, whatever the renderer let through. (The
/// ready-made sanitiser is quadratic on flat lists: 2.3 s for 100 KB.) Tag names, attributes and schemes stand in <see cref="Allowed"/>.
/// </summary>
sealed partial class SafeHtml
{
    const int MaxDepth = 200;

    static readonly HtmlParser Parser = new();

    readonly StringBuilder html = new();
    readonly StringBuilder plain = new();
    readonly Notes notes;
    readonly string prefix;
    readonly Links links;
    readonly Headings headings;

    SafeHtml(IElement body, RenderOptions options, string prefix, Notes notes)
    {
        this.notes = notes;
        this.prefix = prefix;
        headings = new Headings(body, options.Headings, prefix, notes);
        links = new Links(options.PublicAddress, notes, headings);
    }

    /// <param name="starts">Where each block begins in the source; what comes after them are footnotes.</param>
    public static Rendered Write(string html, IReadOnlyList<int> starts, int sourceLength, RenderOptions options, string prefix, Notes notes)
    {
        var body = Parser.ParseDocument("<body>" + html).Body!;
        var writer = new SafeHtml(body, options, prefix, notes);
        var blocks = writer.Blocks(body, starts, sourceLength);
        if (writer.html.Length > Markdown.MaxHtmlCharacters) throw Bounds.TooMuch();
        return new Rendered(writer.html.ToString(), PlainText.Fold(writer.plain), notes.Headings, notes.Mentions, notes.MentionCandidates, notes.Tags,
            notes.TopicLinks, notes.PostLinks, notes.Quotes, notes.Attachments)
        { Blocks = blocks, NoteTitles = notes.NoteTitles };
    }

    List<TextBlock> Blocks(IElement body, IReadOnlyList<int> starts, int sourceLength)
    {
        var blocks = new List<TextBlock>(starts.Count);
        foreach (var node in body.ChildNodes)
        {
            var start = html.Length;
            if (node is IElement { LocalName: Markdown.BlockElement } block) Children(block, 0);
            else if (node is IElement element) Element(element, 0);
            if (blocks.Count >= starts.Count) continue;

            var source = starts[blocks.Count];
            blocks.Add(new TextBlock(source, (blocks.Count + 1 < starts.Count ? starts[blocks.Count + 1] : sourceLength) - source, start, html.Length - start));
        }

        return blocks;
    }

    void Children(INode parent, int depth)
    {
        if (depth > MaxDepth) throw Bounds.TooDeep();
        // By the list: asking a node for its next sibling searches the list each time.
        foreach (var node in parent.ChildNodes)
        {
            if (node is IElement element) Element(element, depth);
            else if (node is IText text) Text(text.Data);
        }
    }

    void Text(string text)
    {
        Allowed.Encode(html, text);
        plain.Append(text);
    }

    void Element(IElement element, int depth)
    {
        var isBlock = Allowed.Blocks.Contains(element.LocalName);
        if (isBlock) plain.Append(' ');
        switch (element.LocalName)
        {
            case "a": Anchor(element, depth); break;
            case "img": Image(element); break;
            case "input": CheckBox(element); break;
            case "table": Table(element, depth); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": Heading(element, depth); break;
            case "p" when element.FirstChild is null || (element.ChildNodes.Length == 1 && element.TextContent.Length == 0 && element.FirstElementChild is null): break;
            case "p" when OnlyPicture(element) is { } picture: Figure(picture); break;
            case var name when Allowed.Void.Contains(name): Open(element); break;
            case var name when Allowed.Tags.Contains(name): Open(element); Children(element, depth + 1); Close(name); break;
            default: Children(element, depth + 1); break;
        }
        if (isBlock || element.LocalName == "br") plain.Append(' ');
    }

    void Open(IElement element)
    {
        if (element.LocalName == "blockquote") Quoted(element);
        html.Append('<').Append(element.LocalName);
        Attribute("id", Id(element));
        foreach (var name in Allowed.Attributes(element.LocalName)) Attribute(name, Allowed.Value(element, name));
        if (element.LocalName == "pre") Attribute("tabindex", "0");
        html.Append('>');
    }

    void Close(string name) => html.Append("</").Append(name).Append('>');

    void Attribute(string name, string? value)
    {
        if (value is null) return;
        html.Append(' ').Append(name).Append("=\"");
        Allowed.Encode(html, value);
        html.Append('"');
    }

    /// <summary>Only footnotes come with an id, as <c>fn:1</c> and <c>fnref:1</c>.</summary>
    string? Id(IElement element) =>
        element.Id is { } id && (id.StartsWith("fn:", StringComparison.Ordinal) || id.StartsWith("fnref:", StringComparison.Ordinal)) ? Own(id) : null;

    string Own(string id) => prefix + id.Replace(":", "", StringComparison.Ordinal);

    void Quoted(IElement element)
    {
        if (Allowed.Value(element, "data-post") is { } post && Allowed.Value(element, "data-rev") is { } revision)
            notes.Quotes.Add(new QuotedPost(Numbers.Long(post), (int)Numbers.Long(revision)));
    }
}
