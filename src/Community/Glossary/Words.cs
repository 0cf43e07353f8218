using System.Globalization;

namespace Community.Glossary;

/// <summary>Words in encoded text. An entity such as <c>&amp;amp;</c> is one sign, and no letter of it is a word.</summary>
static class Words
{
    /// <summary>Where the next word begins; -1 for none.</summary>
    public static int NextStart(ReadOnlySpan<char> run, int from)
    {
        for (var i = from; i < run.Length; i++)
        {
            if (char.IsLetterOrDigit(run[i])) return i;
            if (run[i] == '&' && run[i..].IndexOf(';') is > 0 and var length) i += length;
        }

        return -1;
    }

    public static int End(ReadOnlySpan<char> run, int start)
    {
        while (start < run.Length && IsInWord(run[start])) start++;
        return start;
    }

    /// <summary>Not inside a word, and not its second part: "book" does not begin in "e-book" or "x.book".</summary>
    public static bool CanBegin(ReadOnlySpan<char> run, int start) => start == 0
        || !IsInWord(run[start - 1]) && run[start - 1] is not ('_' or '@' or '#') && !(run[start - 1] is '-' or '.' && start > 1 && IsInWord(run[start - 2]));

    /// <summary>The same at its end: "MARC" does not end in "MARC-21".</summary>
    public static bool CanEnd(ReadOnlySpan<char> run, int end) => end >= run.Length
        || !IsInWord(run[end]) && run[end] is not ('_' or '@') && !(run[end] is '-' or '.' && end + 1 < run.Length && IsInWord(run[end + 1]));

    static bool IsInWord(char c) => char.IsLetterOrDigit(c) || c > '\u02FF' && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;
}
