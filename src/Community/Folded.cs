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
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;

            if (!char.IsWhiteSpace(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' ');
        }

        return folded.ToString().TrimEnd().Normalize(NormalizationForm.FormC);
    }
}
