using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Community.Text;

/// <summary>What can only be settled when a whole text is parsed: pairs of bare tags, and no link within a link.</summary>
static class Inlines
{
    const int MaxBlockDepth = 32;
    const int MaxInlineDepth = 100;

    public static void Settle(MarkdownDocument document) => Blocks(document, 0);

    static void Blocks(ContainerBlock container, int depth)
    {
        if (depth > MaxBlockDepth) throw Bounds.TooDeep();
        foreach (var block in container)
        {
            if (block is ContainerBlock inner) Blocks(inner, depth + 1);
            else if (block is LeafBlock { Inline: { } line }) Line(line, inLink: false, 0);
        }
    }

    static void Line(ContainerInline container, bool inLink, int depth)
    {
        if (depth > MaxInlineDepth) throw Bounds.TooDeep();
        Pair(container);
        for (var child = container.FirstChild; child is not null; child = child.NextSibling)
        {
            if (inLink) child = Unlink(child);
            if (child is ContainerInline inner) Line(inner, inLink || inner is LinkInline, depth + 1);
        }
    }

    static Inline Unlink(Inline child)
    {
        Inline plain;
        switch (child)
        {
            case Piece { Kind: PieceKind.Mention or PieceKind.Tag or PieceKind.SitePath } piece:
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
