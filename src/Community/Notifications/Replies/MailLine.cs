using System.Text;

namespace Community.Notifications.Replies;

/// <summary>A line of a mail.</summary>
/// <param name="raw">As it came.</param>
/// <param name="text">Without marks of quotation and spaces at its end.</param>
/// <param name="depth">How often it is quoted.</param>
sealed class MailLine(string raw, string text, int depth = 0)
{
    /// <summary>No line that is looked for is longer.</summary>
    const int MostLooked = 4_000;

    string? bare, key;

    public string Raw => raw;

    public string Text => text;

    public int Depth { get; set; } = depth;

    /// <summary>It announces a signature, with the space that it then ends in.</summary>
    public bool IsDelimiter => text == "--" && raw.EndsWith("-- ", StringComparison.Ordinal);

    /// <summary>Between fences, and so no part of the mail's own frame.</summary>
    public bool IsCode { get; init; }

    public bool IsBlank => text.Length == 0;

    /// <summary>Written by the person, as far as one line can tell.</summary>
    public bool IsPlain => Depth == 0 && !IsCode && text.Length > 0;

    /// <summary>In small letters, without Markdown's marks, addresses of links and what is not seen.</summary>
    public string Bare => bare ??= Strip(text.AsSpan(0, Math.Min(text.Length, MostLooked)));

    /// <summary>Letters and digits only.</summary>
    public string Key => key ??= KeyOf(Bare);

    /// <summary>What stands to the left of an indented block of code is no line of a frame.</summary>
    public bool IsIndented => text.StartsWith("    ", StringComparison.Ordinal) || text.StartsWith('\t');

    public bool Has(string part) => part.Length > 0 && text.Contains(part, StringComparison.OrdinalIgnoreCase);

    public static string KeyOf(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));

    public static string Strip(ReadOnlySpan<char> text)
    {
        var bare = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ']' && i + 1 < text.Length && text[i + 1] == '(')
            {
                var close = text[i..].IndexOf(')');
                if (close > 0)
                {
                    i += close;
                    continue;
                }
            }
            if (c is '*' or '\\' or '`' or '[' or ']' or '|' || IsUnseen(c)) continue;
            if (!char.IsWhiteSpace(c)) bare.Append(c == 'İ' ? 'i' : char.ToLowerInvariant(c));
            else if (bare.Length > 0 && bare[^1] != ' ') bare.Append(' ');
        }
        while (bare.Length > 0 && bare[^1] == ' ') bare.Length--;
        return bare.Length > 0 && bare[0] == '#' ? bare.ToString().TrimStart('#', ' ') : bare.ToString();
    }

    static bool IsUnseen(char c) => c is '\u00AD' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}
