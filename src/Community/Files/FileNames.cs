using System.Globalization;
using System.Text;

namespace Community.Files;

/// <summary>Names of files as they may be shown, stored and sent back.</summary>
public static class FileNames
{
    public const int MaxLength = 120;

    /// <summary>The name without folders, control characters, marks that turn the writing around and characters that systems forbid; "file" when nothing is left. The ending stays when it is cut.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned))
                clean.Append("<>:\"|?*".Contains((char)Math.Min(rune.Value, char.MaxValue), StringComparison.Ordinal) ? "-" : rune.ToString());

        var plain = string.Join(' ', clean.Replace('\uFFFD', '-').ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimStart('.', ' ').TrimEnd('.', ' ');
        return plain.Length switch
        {
            0 => "file",
            > MaxLength => Cut(plain),
            _ => plain,
        };
    }

    /// <summary>The name as it stands in an address: nothing in it ends a Markdown link.</summary>
    public static string InAddress(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in Folded.Of(name)) plain.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-');
        return string.Join('-', plain.ToString().Split('-', StringSplitOptions.RemoveEmptyEntries)).TrimStart('.') is { Length: > 0 } address ? address : "file";
    }

    static string Cut(string name)
    {
        var ending = Path.GetExtension(name) is { Length: <= 12 } known ? known : "";
        var rest = name[..(MaxLength - ending.Length)];
        if (char.IsHighSurrogate(rest[^1])) rest = rest[..^1];
        return rest.TrimEnd() + ending;
    }
}
