using Markdig.Helpers;
using Markdig.Parsers;

namespace Community.Text;

/// <summary>
/// TeX within a line, kept as typed with its delimiters: <c>$x$</c>, <c>$$x$$</c>, <c>\begin{…}…\end{…}</c>. As with pandoc, an opening <c>$</c> has no space
/// to its right, a closing one none to its left and no digit to its right, so that "$5 and $6" are prices. The first <c>$</c> met closes or nothing does,
/// which keeps the search linear. A back-tick inside means code, and code wins.
/// </summary>
sealed class TexInlineParser : InlineParser
{
    public TexInlineParser() => OpeningCharacters = ['$', '\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var length = Measure(slice.AsSpan());
        if (length == 0) return false;

        processor.Inline = new Piece(PieceKind.Tex, slice.Text.Substring(slice.Start, length));
        slice.Start += length;
        return true;
    }

    /// <summary>The number of characters of the formula that <paramref name="text"/> begins with, or 0.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        var length = text switch
        {
            ['\\', ..] => Environment(text),
            ['$', '$', '$', ..] => 0,
            ['$', '$', ..] => Display(text),
            ['$', ..] => Inline(text),
            _ => 0,
        };
        return text[..length].Contains('`') ? 0 : length;
    }

    static int Environment(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("\\begin{", StringComparison.Ordinal)) return 0;
        var brace = text[..Math.Min(text.Length, 40)].IndexOf('}');
        if (brace < 0) return 0;

        var ending = $"\\end{{{text[7..brace]}}}";
        var end = text.IndexOf(ending, StringComparison.Ordinal);
        return end < 0 ? 0 : end + ending.Length;
    }

    static int Display(ReadOnlySpan<char> text)
    {
        var end = Dollar(text, 2);
        return end > 2 && end + 1 < text.Length && text[end + 1] == '$' ? end + 2 : 0;
    }

    static int Inline(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || char.IsWhiteSpace(text[1])) return 0;
        var end = Dollar(text, 1);
        var closes = end > 1 && !char.IsWhiteSpace(text[end - 1]) && (end + 1 == text.Length || !char.IsAsciiDigit(text[end + 1]));
        return closes ? end + 1 : 0;
    }

    static int Dollar(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '$') return i;
        }
        return -1;
    }
}
