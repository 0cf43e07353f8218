using System.Text;
using System.Text.RegularExpressions;

namespace Community.Transfer;

/// <summary>Markdown by its lines.</summary>
static partial class Lines
{
    public static string Prefix(string text, string first, string rest)
    {
        var prefixed = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            if (prefixed.Length > 0) prefixed.Append('\n');
            prefixed.Append(line.Length == 0 ? (prefixed.Length == 0 ? first : rest).TrimEnd() : (prefixed.Length == 0 ? first : rest) + line);
        }
        return prefixed.ToString();
    }

    /// <summary>Keeps a paragraph a paragraph: what would open another block at the beginning of a line is escaped.</summary>
    public static string Start(string paragraph) => string.Join('\n', paragraph.Split('\n').Select(StartLine));

    public static int LongestRun(string text, char mark)
    {
        int longest = 0, run = 0;
        foreach (var c in text)
        {
            run = c == mark ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    static string StartLine(string line)
    {
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var isNumbered = digits is > 0 and < 10 && (line[digits] is '.' or ')') && (digits + 1 == line.Length || line[digits + 1] == ' ');
        if (isNumbered) return line.Insert(digits, "\\");
        return Mark().IsMatch(line) ? "\\" + line : line;
    }

    [GeneratedRegex(@"^(?:>|[-+*](?: |\z)|#{1,6}(?: |\z)|-[- ]*\z|=+ *\z|\|?[ :]*-[-| :]*\z)", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();
}
