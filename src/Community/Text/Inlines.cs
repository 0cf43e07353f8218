using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Community.Text;

/// <summary>What can only be settled when a whole text is parsed: pairs of bare tags, stray brackets, and no link within a link. A list counts as two levels.</summary>
sealed class Inlines
{
    const int MaxBlockDepth = 66;
    const int MaxInlineDepth = 100;

    long addressCharacters;

    public static void Settle(MarkdownDocument document) => new Inlines().Blocks(document, 0);

    void Blocks(ContainerBlock container, int depth)
    {
        if (depth > MaxBlockDepth) throw Bounds.TooDeep();
        foreach (var block in container)
        {
            if (block is Table table) Table(table);
            if (block is ContainerBlock inner) Blocks(inner, depth + 1);
            else if (block is LeafBlock { Inline: { } line }) Line(line, inLink: false, 0);
        }
    }

    /// <summary>The parser leaves a cell too many in rows that are too long, and the backslash before a bar in code.</summary>
    static void Table(Table table)
    {
        var width = table.Count > 0 ? ((TableRow)table[0]).Count : 0;
        foreach (var row in table.OfType<TableRow>())
        {
            while (row.Count > width) row.RemoveAt(row.Count - 1);
        }
        foreach (var code in table.Descendants<CodeInline>()) code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
    }

    void Line(ContainerInline container, bool inLink, int depth)
    {
        if (depth > MaxInlineDepth) throw Bounds.TooDeep();
        Flatten(container);
        Pair(container);
        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is LinkInline link) Weigh(link);
            if (inLink) child = Unlink(child);
            if (child is ContainerInline inner) Line(inner, inLink || inner is LinkInline, depth + 1);
        }
    }

    /// <summary>One definition can be used many times: 60 KB of them made 300 MB.</summary>
    void Weigh(LinkInline link)
    {
        addressCharacters += (link.Url?.Length ?? 0) + (link.Title?.Length ?? 0);
        if (addressCharacters > Markdown.MaxHtmlCharacters) throw Bounds.TooMuch();
    }

    /// <summary>Each bracket that nothing closed holds all that follows it: thousands of them are a stack thousands deep.</summary>
    static void Flatten(ContainerInline container)
    {
        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is not DelimiterInline delimiter) continue;
            var literal = new LiteralInline(delimiter.ToLiteral());
            delimiter.ReplaceBy(literal, true);
            child = literal;
        }
    }

    static Inline Unlink(Inline child)
    {
        Inline plain;
        switch (child)
        {
            case Piece { Kind: PieceKind.Mention or PieceKind.Tag or PieceKind.SitePath or PieceKind.NoteLink } piece:
                plain = new Piece(PieceKind.Text, piece.Text);
                child.ReplaceBy(plain, false);
                return plain;
            case AutolinkInline link:
                plain = new LiteralInline(link.Url);
                child.ReplaceBy(plain, false);
                return plain;
            case LinkInline { IsImage: false } link:
                plain = new BarePair("span");
                child.ReplaceBy(plain, true);
                return plain;
            default:
                return child;
        }
    }

    static void Pair(ContainerInline container)
    {
        List<BareTag>? open = null;
        for (var child = container.FirstChild; child is not null;)
        {
            var next = child.NextSibling;
            if (child is BareTag { IsClosing: false } start) (open ??= []).Add(start);
            else if (child is BareTag end && open?.FindLastIndex(tag => tag.Name == end.Name) is int at and >= 0)
            {
                Wrap(open[at], end);
                open.RemoveRange(at, open.Count - at);
            }
            child = next;
        }
        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is BareTag tag) child = Show(tag);
        }
    }

    static void Wrap(BareTag start, BareTag end)
    {
        var pair = new BarePair(start.Name);
        for (var child = start.NextSibling; child != end;)
        {
            var next = child!.NextSibling;
            child.Remove();
            pair.AppendChild(child);
            child = next;
        }
        start.ReplaceBy(pair, false);
        end.Remove();
    }

    static Piece Show(BareTag tag)
    {
        var text = new Piece(PieceKind.Text, tag.IsClosing ? $"</{tag.Name}>" : $"<{tag.Name}>");
        tag.ReplaceBy(text, false);
        return text;
    }
}
