using System.Globalization;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Community.Text;

/// <summary><c>@[Name](person:ID)</c>, which the composer's completion writes, and <c>@Name</c> where the caller knows the name.</summary>
sealed class MentionParser : InlineParser
{
    public MentionParser() => OpeningCharacters = ['@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (!WordStart.At(slice)) return false;
        var after = slice.AsSpan()[1..];
        return after is ['[', ..] ? MatchForm(processor, ref slice, after) : MatchName(processor, ref slice, after);
    }

    static bool MatchForm(InlineProcessor processor, ref StringSlice slice, ReadOnlySpan<char> after)
    {
        const string middle = "](person:";
        var within = after[..Math.Min(after.Length, 160)];
        var nameEnd = within.IndexOf(middle, StringComparison.Ordinal);
        if (nameEnd < 2 || within[1..nameEnd].ContainsAny("[]\n")) return false;

        var digits = within[(nameEnd + middle.Length)..];
        var idEnd = digits.IndexOf(')');
        if (idEnd < 0 || !long.TryParse(digits[..idEnd], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return false;

        processor.Inline = Link(id, within[1..nameEnd]);
        slice.Start += 1 + nameEnd + middle.Length + idEnd + 1;
        return true;
    }

    static bool MatchName(InlineProcessor processor, ref StringSlice slice, ReadOnlySpan<char> after)
    {
        var lineEnd = after.IndexOf('\n');
        if (lineEnd >= 0) after = after[..lineEnd];
        if (after.IsEmpty || !char.IsLetterOrDigit(after[0])) return false;

        var notes = (Notes)processor.Context!.Properties[typeof(Notes)];
        var found = notes.ResolveMention?.Invoke(after[..Math.Min(after.Length, 80)].ToString());
        if (found is not { Length: > 0 } mention || mention.Length > after.Length)
        {
            notes.MentionCandidates.Add(after[..Math.Min(after.Length, 60)].ToString());
            return false;
        }

        processor.Inline = Link(mention.PersonId, after[..mention.Length]);
        slice.Start += 1 + mention.Length;
        return true;
    }

    static Piece Link(long id, ReadOnlySpan<char> name) => new(PieceKind.Mention, $"@{name}", string.Create(CultureInfo.InvariantCulture, $"/people/{id}"));
}
