namespace Community.Search;

/// <summary>What somebody is typing: the word at the end, and what stands before it.</summary>
/// <param name="Before">All that is typed before the word, as typed.</param>
/// <param name="Prefix">The word so far as it stands in the index; empty where the last one is ended, or is none.</param>
readonly record struct LastWord(string Before, string Prefix)
{
    public static LastWord Of(string typed)
    {
        var start = typed.Length;
        while (start > 0 && !char.IsWhiteSpace(typed[start - 1]) && typed[start - 1] is not ('"' or '“' or '”' or '„')) start--;

        var word = typed.AsSpan(start);
        if (word.Length is 0 or > CompletableWords.MaxLength || word[0] == '-' || word.Contains(':') || !char.IsLetterOrDigit(word[0])) return new LastWord(typed, "");

        return new LastWord(typed[..start], Surface.Of(word));
    }

    /// <summary>The words before it that say something.</summary>
    public List<AnalysedWord> WordsBefore(CommunityAnalyzer analyzer) =>
        [.. QueryText.OfProse(Before).Units.Select(unit => new AnalysedWord(unit.Any[0], analyzer)).Where(word => word.HasTerms && !word.IsStop)];

    /// <summary>The terms of a text that begin so, to be marked in it.</summary>
    public IEnumerable<string> BegunIn(string text, CommunityAnalyzer analyzer)
    {
        var prefix = Prefix;
        return prefix.Length == 0 ? [] : Terms.Of(analyzer, text).Where(term => Surface.Of(text.AsSpan(term.Start, term.End - term.Start)).StartsWith(prefix, StringComparison.Ordinal)).Select(term => term.Text);
    }
}
