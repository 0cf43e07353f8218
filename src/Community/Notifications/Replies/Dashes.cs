using System.Buffers;

namespace Community.Notifications.Replies;

/// <summary>Lines of dashes, with and without words, that programs put above a letter.</summary>
static class Dashes
{
    const int MostWords = 60, ShortestRule = 5;

    const string Marks = "-–—_=•·>< ";

    static readonly SearchValues<char> OfRules = SearchValues.Create("-–—_=\\ ");

    /// <summary>Whether our letter begins with it.</summary>
    public static bool Begin(List<MailLine> lines, int index, LetterSigns signs, bool[] isSignBelow)
    {
        if (lines[index].IsIndented || Words(lines[index].Bare) is not { } words) return false;

        var next = index + 1;
        while (next < lines.Count && next < index + 3 && (lines[next].IsBlank || IsRule(lines[next]))) next++;
        if (next >= lines.Count) return ReplyWords.Original.Contains(words);

        var block = HeaderBlock.At(lines, next, signs, isSignBelow[next]);
        if (block.IsOurs || signs.IsTop(lines, next) || signs.IsTitle(lines[next].Bare)) return true;

        return ReplyWords.Original.Contains(words) && (block.Count == 0 || isSignBelow[next]);
    }

    public static bool IsRule(MailLine line) => line is { IsPlain: true, Text.Length: >= ShortestRule } && line.Text.AsSpan().IndexOfAnyExcept(OfRules) < 0 || line.Text == "***";

    /// <summary>That something forwarded follows.</summary>
    public static bool Announces(string bare) => bare is [.., ':' or '：'] && bare.Length <= MostWords && ReplyWords.Forwarded.Any(words => bare.StartsWith(words, StringComparison.Ordinal));

    /// <summary>What stands between two runs of dashes; null where these are not.</summary>
    static string? Words(string bare)
    {
        if (bare.Length is < 6 or > MostWords + 40 || !IsDash(bare[0]) || !IsDash(bare[1]) || !IsDash(bare[^1])) return null;

        var words = bare.Trim([.. Marks]);
        return words.Length is > 2 and <= MostWords && words.Any(char.IsLetter) ? words.TrimEnd(':') : null;
    }

    static bool IsDash(char c) => c is '-' or '–' or '—' or '_' or '=';
}
