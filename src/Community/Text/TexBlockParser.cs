using Markdig.Parsers;
using Markdig.Syntax;

namespace Community.Text;

/// <summary>Opens only where the closing <c>$$</c> ends a line before the next blank one, so that a stray <c>$$</c> swallows nothing.</summary>
sealed class TexBlockParser : BlockParser
{
    public TexBlockParser() => OpeningCharacters = ['$'];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        var text = line.AsSpan().TrimEnd();
        if (processor.IsCodeIndent || !text.StartsWith("$$", StringComparison.Ordinal) || text.StartsWith("$$$", StringComparison.Ordinal)) return BlockState.None;

        var end = text[2..].IndexOf("$$", StringComparison.Ordinal);
        var closesHere = end > 0 && end + 4 == text.Length;
        if (!closesHere && (end >= 0 || !ClosesBelow(line.Text.AsSpan(line.End + 1)))) return BlockState.None;

        processor.NewBlocks.Push(new TexBlock(this) { Column = processor.Column, Span = new SourceSpan(processor.Start, line.End) });
        return closesHere ? BlockState.Break : BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine) return BlockState.None;
        if (!processor.Line.AsSpan().TrimEnd().EndsWith("$$", StringComparison.Ordinal)) return BlockState.Continue;

        block.UpdateSpanEnd(processor.Line.End);
        return BlockState.Break;
    }

    static bool ClosesBelow(ReadOnlySpan<char> below)
    {
        var first = true;
        foreach (var line in below.EnumerateLines())
        {
            var text = line.Trim();
            if (text.IsEmpty && !first) return false;
            first = false;
            var end = text.IndexOf("$$", StringComparison.Ordinal);
            if (end >= 0) return end + 2 == text.Length;
        }
        return false;
    }
}
