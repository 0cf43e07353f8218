using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Community.Text;

/// <summary>A bare <c>&lt;sub&gt;</c>, <c>&lt;sup&gt;</c> or <c>&lt;kbd&gt;</c> before it is known whether it has its other half.</summary>
sealed class BareTag(string name, bool isClosing) : LeafInline
{
    public string Name { get; } = name;

    public bool IsClosing { get; } = isClosing;
}

sealed class BarePair(string name) : ContainerInline
{
    public string Name { get; } = name;
}

sealed class BarePairWriter : HtmlObjectRenderer<BarePair>
{
    protected override void Write(HtmlRenderer renderer, BarePair obj)
    {
        if (renderer.EnableHtmlForInline) renderer.Write('<').Write(obj.Name).Write('>');
        renderer.WriteChildren(obj);
        if (renderer.EnableHtmlForInline) renderer.Write("</").Write(obj.Name).Write('>');
    }
}

/// <summary>Nothing else says "H₂O", a key, or a new line in a table's cell; without attributes these tags are no more than markup.</summary>
sealed class BareTagParser : InlineParser
{
    static readonly string[] Names = ["sub", "sup", "kbd"];

    public BareTagParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        foreach (var line in (ReadOnlySpan<string>)["<br>", "<br/>", "<br />"])
        {
            if (text.StartsWith(line, StringComparison.OrdinalIgnoreCase)) return Take(processor, ref slice, new Piece(PieceKind.LineBreak, " "), line.Length);
        }
        foreach (var name in Names)
        {
            if (text.StartsWith($"<{name}>", StringComparison.Ordinal)) return Take(processor, ref slice, new BareTag(name, false), 5);
            if (text.StartsWith($"</{name}>", StringComparison.Ordinal)) return Take(processor, ref slice, new BareTag(name, true), 6);
        }
        return false;
    }

    static bool Take(InlineProcessor processor, ref StringSlice slice, Inline inline, int length)
    {
        processor.Inline = inline;
        slice.Start += length;
        return true;
    }
}
