using Markdig.Helpers;
using Markdig.Parsers;

namespace Community.Text;

/// <summary><c>#tag</c>: a letter, then letters, digits, <c>-</c>, <c>.</c> and <c>+</c>, 2 to 50 characters; a full stop or hyphen at its end is the sentence's.</summary>
sealed class HashTagParser : InlineParser
{
    public HashTagParser() => OpeningCharacters = ['#'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var after = slice.AsSpan()[1..];
        if (after.IsEmpty || !char.IsLetter(after[0]) || !WordStart.At(slice)) return false;

        var length = 1;
        while (length < after.Length && length <= 51 && (char.IsLetterOrDigit(after[length]) || after[length] is '-' or '.' or '+')) length++;
        if (length > 50) return false;

        var tag = after[..length].TrimEnd(".-").ToString();
        if (tag.Length < 2) return false;

        processor.Inline = new Piece(PieceKind.Tag, "#" + tag, "/tags/" + Uri.EscapeDataString(tag.ToLowerInvariant()));
        slice.Start += 1 + tag.Length;
        return true;
    }
}
