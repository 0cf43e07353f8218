using Markdig.Helpers;
using Markdig.Parsers;

namespace Community.Text;

/// <summary>A bare <c>/threads/12</c>, <c>/questions/12/title</c>, <c>/notes/12</c> or <c>/posts/12</c> becomes a link.</summary>
sealed class SitePathParser : InlineParser
{
    public SitePathParser() => OpeningCharacters = ['/'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!WordStart.At(slice)) return false;
        var text = slice.AsSpan();
        if (SitePath.Parse(text[..Math.Min(text.Length, 40)]) is null) return false;

        var length = 0;
        while (length < text.Length && length < 300 && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '/' or '-' or '#')) length++;
        var path = text[..length].TrimEnd("-#").ToString();

        processor.Inline = new Piece(PieceKind.SitePath, path, path);
        slice.Start += path.Length;
        return true;
    }
}
