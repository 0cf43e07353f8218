using System.Text;

namespace Community.Web.Frame;

/// <summary>The readable end of an address.</summary>
public static class Slug
{
    const int MaxLength = 60;

    /// <summary>"Größe: 3 Bände?" becomes "grosse-3-bande"; never empty.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder(MaxLength);
        foreach (var c in Folded.Of(title).Replace("ß", "ss", StringComparison.Ordinal))
        {
            if (slug.Length >= MaxLength) break;
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        var clean = slug.ToString().Trim('-');
        return clean.Length > 0 ? clean : "-";
    }
}
