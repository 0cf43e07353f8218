using System.Globalization;
using System.Text;

namespace Community;

/// <summary>Text as people look it up: lower case, without accents, single spaces.</summary>
public static class Folded
{
    /// <summary>Folds <paramref name="text"/>: "  Dvořák,  Hana" becomes "dvorak, hana".</summary>
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Characters(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;

            if (!char.IsWhiteSpace(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }

    // Half a pair of surrogates and U+FFFE are no characters, and the framework refuses to normalise them.
    static string Characters(string text) =>
        text.Any(c => char.IsSurrogate(c) || c == '\uFFFE') ? string.Concat(text.EnumerateRunes().Where(rune => rune.Value != '\uFFFE').Select(rune => rune.ToString())) : text;
}
