using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Community.Text;

/// <summary>
/// <c>[[title]]</c>, <c>[[title|shown words]]</c> and <c>[[note:17]]</c>, on one line. A title has a letter and at most 200 characters, none of them a bracket, so that
/// <c>[[7,1,3]]</c> stays what it is.
/// </summary>
sealed class NoteLinkParser : InlineParser
{
    const int MaxLength = 410;
    const int MaxTitle = 200;

    public NoteLinkParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text is not ['[', '[', ..] || !((Notes)processor.Context!.Properties[typeof(Notes)]).LinksNotes) return false;

        var within = text[2..Math.Min(text.Length, MaxLength)];
        var end = within.IndexOfAny("[]\n");
        if (end < 1 || end + 1 >= within.Length || within[end] != ']' || within[end + 1] != ']') return false;

        var bar = within[..end].IndexOf('|');
        var title = PlainText.Fold(within[..(bar < 0 ? end : bar)].ToString());
        var words = bar < 0 ? title : PlainText.Fold(within[(bar + 1)..end].ToString());
        if (title.Length is 0 or > MaxTitle || words.Length == 0 || !title.Any(char.IsLetter)) return false;

        processor.Inline = NoteLinkForm.NumberIn(title) is { } id
            ? new Piece(PieceKind.NoteLink, bar < 0 ? Path(id) : words, Path(id))
            : new Piece(PieceKind.NoteLink, words, NoteLinkForm.AddressOf(title));
        slice.Start += 2 + end + 2;
        return true;
    }

    static string Path(long id) => string.Create(CultureInfo.InvariantCulture, $"/notes/{id}");
}
