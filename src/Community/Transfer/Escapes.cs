using System.Buffers;
using System.Text;
using Community.Text;

namespace Community.Transfer;

/// <summary>What stands before a text, and whether it is a link's or a cell's.</summary>
readonly record struct Surroundings(char Before, bool InLink, bool InCell);

/// <summary>Escapes what our renderer would read as markup, and no more; formulas are left as they are.</summary>
static class Escapes
{
    static readonly SearchValues<char> NotInAutolinks = SearchValues.Create("<>\\| \n\t`");

    public static string Text(string data, Surroundings around)
    {
        var text = Fold(data);
        var escaped = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var formula = text[i] is '$' or '\\' ? TexInlineParser.Measure(text.AsSpan(i)) : 0;
            if (formula > 0)
            {
                escaped.Append(text, i, formula);
                i += formula - 1;
                continue;
            }
            var before = i > 0 ? text[i - 1] : around.Before;
            if (NeedsBackslash(text.AsSpan(i), before, around)) escaped.Append('\\');
            escaped.Append(text[i]);
        }
        return escaped.ToString();
    }

    public static string Address(string href)
    {
        var escaped = new StringBuilder(href.Length);
        foreach (var c in href.Trim())
        {
            escaped.Append(c switch
            {
                <= ' ' or '<' or '>' or '\\' => Uri.HexEscape(c),
                '(' or ')' or '&' or '|' => "\\" + c,
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }

    public static string Title(string title, bool inCell)
    {
        var text = Fold(title).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("&", "\\&", StringComparison.Ordinal);
        return inCell ? text.Replace("|", "\\|", StringComparison.Ordinal) : text;
    }

    public static bool IsAutolink(string href) =>
        (href.StartsWith("http://", StringComparison.Ordinal) || href.StartsWith("https://", StringComparison.Ordinal)) && !href.AsSpan().ContainsAny(NotInAutolinks);

    static bool NeedsBackslash(ReadOnlySpan<char> text, char before, Surroundings around)
    {
        var next = text.Length > 1 ? text[1] : '\n';
        var atWord = char.IsWhiteSpace(before) || "([{\"'*_~>|“‘«—–,;".Contains(before);
        return text[0] switch
        {
            '\\' => text.Length == 1 || char.IsAscii(next) && (char.IsPunctuation(next) || char.IsSymbol(next)),
            '`' => true,
            '*' => !(char.IsWhiteSpace(before) && char.IsWhiteSpace(next) && text.Length > 1),
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(next)) && !(char.IsWhiteSpace(before) && char.IsWhiteSpace(next) && text.Length > 1),
            '~' => before == '~' || next == '~' || text.Length == 1,
            '[' => around.InLink || next is '^' or '!' || (text.Length > 2 && next is ' ' or 'x' or 'X' && text[2] == ']'),
            ']' => around.InLink || next is '(' or '[' or ':' || text.Length == 1,
            '<' => char.IsAsciiLetter(next) || next == '/' || text.Length == 1,
            '&' => char.IsAsciiLetter(next) || next == '#',
            '#' => atWord && char.IsLetter(next),
            '@' => atWord && (char.IsLetterOrDigit(next) || next == '['),
            '$' => !char.IsWhiteSpace(next) || text.Length == 1,
            '/' => atWord && SitePath.Parse(text[..Math.Min(text.Length, 40)]) is not null,
            '|' => around.InCell,
            ':' => !around.InLink && (text.StartsWith("://", StringComparison.Ordinal) || (before is 'o' && next != ' ')),
            '.' => !around.InLink && before is 'w' or 'W' && char.IsLetterOrDigit(next),
            _ => false,
        };
    }

    /// <summary>White space as HTML shows it; a line break inside a formula is a space as well.</summary>
    static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is not (' ' or '\t' or '\n' or '\r' or '\f')) folded.Append(c);
            else if (folded.Length == 0 || folded[^1] != ' ') folded.Append(' ');
        }
        return folded.ToString();
    }
}
