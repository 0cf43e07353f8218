namespace Community.Search;

/// <summary>A word as it stands in a typed search.</summary>
/// <param name="FollowsAtOnce">Nothing but spaces stands between the word before and this one.</param>
readonly record struct TypedWord(string Text, int Start, bool FollowsAtOnce)
{
    public int End => Start + Text.Length;

    /// <summary>Letters alone, as words are written: what has digits, dots or capitals inside is a number, a code or a name of something.</summary>
    public bool IsOrdinary => IsLetters && !Text.AsSpan(1).ContainsAnyInRange('A', 'Z');

    /// <summary>An acronym, or a word typed with the wrong key down.</summary>
    public bool IsCapitals => IsLetters && Text.Length > 1 && Text.All(char.IsUpper);

    bool IsLetters => Text.All(c => char.IsLetter(c) || c is '\'' or '’');

    /// <summary>Another word written like this one.</summary>
    public string Like(string word) => IsCapitals ? word.ToUpperInvariant() : char.IsUpper(Text[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word;
}

/// <summary>The words of a typed search that its writer could have spelt otherwise: not those of filters, and not those that are left out.</summary>
static class TypedWords
{
    const string Quotes = "\"“”„";

    public static List<TypedWord> Of(string typed)
    {
        var words = new List<TypedWord>();
        var isNear = false;
        for (var at = 0; at < typed.Length;)
        {
            if (char.IsWhiteSpace(typed[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var isExcluded = typed[at] == '-' && at + 1 < typed.Length && !char.IsWhiteSpace(typed[at + 1]);
            if (isExcluded) at++;
            if (Quotes.Contains(typed[at], StringComparison.Ordinal))
            {
                at = isExcluded ? AfterQuote(typed, at) : at + 1;
                isNear = false;
                continue;
            }

            while (at < typed.Length && !char.IsWhiteSpace(typed[at]) && !Quotes.Contains(typed[at], StringComparison.Ordinal)) at++;
            var token = typed.AsSpan(start, at - start);
            var isFilter = token.IndexOf(':') > 0;
            if (isFilter && token[^1] == ':' && at < typed.Length && !char.IsWhiteSpace(typed[at])) at = AfterQuote(typed, at);
            if (isExcluded || isFilter) isNear = false;
            else isNear = Read(token, start, isNear, words);
        }

        return words;
    }

    /// <summary>A word without what stands around it; of one joined by hyphens its parts.</summary>
    static bool Read(ReadOnlySpan<char> token, int start, bool isNear, List<TypedWord> words)
    {
        var (first, last) = (token.IndexOfAny(Letters), token.LastIndexOfAny(Letters));
        if (first < 0) return false;

        var inner = token[first..(last + 1)];
        isNear &= first == 0;
        if (inner.ContainsAnyExcept(LettersAndHyphen))
        {
            words.Add(new TypedWord(inner.ToString(), start + first, isNear));
            return last == token.Length - 1;
        }

        foreach (var part in inner.Split('-'))
        {
            if (inner[part].Length == 0) continue;

            words.Add(new TypedWord(inner[part].ToString(), start + first + part.Start.Value, isNear));
            isNear = false;
        }

        return last == token.Length - 1 && !inner.Contains('-');
    }

    static int AfterQuote(string typed, int at)
    {
        for (at++; at < typed.Length; at++)
            if (Quotes.Contains(typed[at], StringComparison.Ordinal)) return at + 1;

        return at;
    }

    static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(char.IsLetterOrDigit)]);
    static readonly System.Buffers.SearchValues<char> LettersAndHyphen = System.Buffers.SearchValues.Create([.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => char.IsLetter(c) || c is '-' or '\'' or '’')]);
}
