using Lucene.Net.Analysis.Miscellaneous;

namespace Community.Search;

/// <summary>A word as it stands in the fields of words as they are written (<see cref="Fields.IsUnstemmed"/>).</summary>
static class Surface
{
    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> lower = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        word.ToLowerInvariant(lower);
        if (System.Text.Ascii.IsValid(lower) && !lower.Contains('\'')) return lower.ToString();

        var letters = lower.ToArray().Where(c => c is not ('\'' or '’' or '\u00AD' or '\u200B' or '\u2060') && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark).ToArray();
        var folded = new char[letters.Length * 4];
        return new string(folded, 0, ASCIIFoldingFilter.FoldToASCII(letters, 0, folded, 0, letters.Length));
    }
}
