using System.Text;
using System.Text.RegularExpressions;

namespace Community.Web.Tests.Texts;

/// <summary>What is left of a view when its code is taken out: tags, and text that a reader would see as it stands there.</summary>
static partial class Markup
{
    static readonly string[] Blocks = ["if", "else", "foreach", "for", "while", "switch", "using", "do", "lock", "try"];

    public static string Of(string view)
    {
        var text = Syntax().Replace(Directive().Replace(Comment().Replace(view, ""), ""), "");
        var left = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '@' && i + 1 < text.Length && text[i + 1] == '@')
            {
                left.Append('@');
                i += 2;
            }
            else if (text[i] == '@') i = AfterCode(text, i + 1);
            else left.Append(text[i++]);
        }

        return left.ToString();
    }

    /// <summary>Text between tags, without what is code inside a block.</summary>
    public static IEnumerable<string> Texts(string markup) => Between().Matches(markup).Select(match => Statement().Replace(match.Groups[1].Value, " ").Trim());

    static int AfterCode(string text, int at)
    {
        if (at >= text.Length) return at;
        if (text[at] is '(' or '{') return Closing(text, at) + 1;
        if (text[at] == ':') return at + 1;

        if (text.AsSpan(at).StartsWith("await ")) at += "await ".Length;
        if (text.AsSpan(at).StartsWith("section ")) return text.IndexOf('{', at) + 1;

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_')) at++;
        if (Blocks.Contains(text[start..at]))
        {
            while (at < text.Length && text[at] is ' ' or '(') at = text[at] == '(' ? Closing(text, at) + 1 : at + 1;
            return at;
        }

        while (at < text.Length)
        {
            if (text[at] is '(' or '[') at = Closing(text, at) + 1;
            else if (text[at] is '.' or '?' or '!' && at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at] != '.' && text[at + 1] is '.' or '[')) for (at++; at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '_' || text[at] == '.' && char.IsLetter(text[at + 1])); at++) { }
            else break;
        }

        return at;
    }

    /// <summary>The bracket that closes the one here; brackets in strings and characters do not count.</summary>
    static int Closing(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (text[i] == '"') i = EndOfString(text, i);
            else if (text[i] == '\'' && i + 2 < text.Length && (text[i + 2] == '\'' || text[i + 1] == '\\')) i = text.IndexOf('\'', i + 2);
            else if (text[i] is '(' or '[' or '{') depth++;
            else if (text[i] is ')' or ']' or '}' && --depth == 0) return i;
        }

        return text.Length - 1;
    }

    static int EndOfString(string text, int open)
    {
        var i = open + 1;
        while (i < text.Length && text[i] != '"')
        {
            if (text[i] == '\\') i++;
            else if (text[i] == '{' && open > 0 && text[open - 1] == '$') i = Closing(text, i);
            i++;
        }

        return i;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, 1_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^@(model|using|inject|addTagHelper|inherits|namespace)\b.*$", RegexOptions.Multiline, 1_000)]
    private static partial Regex Directive();

    // Keys and search signs are typed as they stand, in any language.
    [GeneratedRegex(@"<(kbd|code)\b[^>]*>.*?</\1>", RegexOptions.Singleline, 1_000)]
    private static partial Regex Syntax();

    [GeneratedRegex(@">([^<>]*)<", RegexOptions.None, 1_000)]
    private static partial Regex Between();

    // Inside a block: conditions of what follows, and lines that end as a statement does.
    [GeneratedRegex(@"\b(else\s+if|if|else|foreach|for|while|switch|case|default)\b[^\n]*|^[^\n]*;\s*$|[{}]", RegexOptions.Multiline, 1_000)]
    private static partial Regex Statement();
}
