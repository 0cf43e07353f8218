using System.Text;

namespace Community.Search;

/// <summary>
/// What somebody typed, understood: words, "phrases", <c>-words</c>, <c>one OR other</c>, and operators (<see cref="QueryNarrowing"/>, <c>before:</c>, <c>after:</c>,
/// <c>in:title</c>). Everything else is text; nothing is refused.
/// </summary>
sealed class QueryText
{
    public const int MaxWords = 64;
    public const int MaxLength = 4_096;

    readonly List<QueryUnit> units = [];
    readonly List<QueryPiece> pieces = [];
    readonly string text;
    readonly DateTime now;

    int at, words;
    bool isAlternative;

    QueryText(string text, DateTime now) => (this.text, this.now) = (text, now);

    public IReadOnlyList<QueryUnit> Units => units;

    /// <summary>What narrows the search, as typed, in its order.</summary>
    public IReadOnlyList<QueryPiece> Pieces => pieces;

    public QueryNarrowing Wanted { get; } = new();

    public QueryNarrowing Unwanted { get; } = new();

    /// <summary>Posts written at this time or later.</summary>
    public DateTime? After { get; private set; }

    /// <summary>Posts written before this time.</summary>
    public DateTime? Before { get; private set; }

    /// <summary>Words are looked for in titles and subjects alone.</summary>
    public bool InTitle { get; private set; }

    /// <summary>Whether anything but words was understood.</summary>
    public bool IsNarrowed => InTitle || After is not null || Before is not null || !Wanted.IsEmpty || !Unwanted.IsEmpty;

    /// <summary>The words alone, without operators and marks.</summary>
    public string Words => string.Join(' ', units.Where(unit => !unit.IsExcluded).SelectMany(unit => unit.Any).Select(word => word.Text));

    public static QueryText Of(string? typed, DateTime now)
    {
        var query = new QueryText(Clean(typed ?? ""), now);
        while (query.at < query.text.Length && query.words < MaxWords) query.Read();
        return query;
    }

    /// <summary>Of a text that is no search: every word of it is a word.</summary>
    public static QueryText OfProse(string text)
    {
        var query = new QueryText(Clean(text), default);
        foreach (var word in query.text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MaxWords)) query.Add(new QueryWord(word, false), false);
        return query;
    }

    /// <summary>The text with another in a piece's place.</summary>
    public string With(QueryPiece piece, string other) => string.Join(' ', (text[..piece.Start] + other + text[piece.End..]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A piece as it was typed.</summary>
    public string Of(QueryPiece piece) => text[piece.Start..piece.End];

    void Read()
    {
        if (text[at] == ' ')
        {
            at++;
            return;
        }

        var start = at;
        var isExcluded = text[at] == '-' && at + 1 < text.Length && text[at + 1] is not (' ' or '-');
        if (isExcluded) at++;
        if (text[at] == '"')
        {
            var phrase = Quoted();
            Add(new QueryWord(phrase, true), isExcluded);
            pieces.Add(new QueryPiece(start, at, isExcluded ? "" : phrase));
            return;
        }

        var word = Until(' ', '"');
        if (word == "OR" && !isExcluded && units.Count > 0 && !units[^1].IsExcluded && at < text.Length)
        {
            isAlternative = true;
            return;
        }

        if (word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            var (value, before) = (word[(colon + 1)..], at);
            if (value.Length == 0 && at < text.Length && text[at] == '"') value = Quoted();
            if (value.Length > 0 && IsOperator(word[..colon].ToLowerInvariant(), value, isExcluded))
            {
                pieces.Add(new QueryPiece(start, at, ""));
                return;
            }

            at = before;
        }

        Add(new QueryWord(word, false), isExcluded);
        if (isExcluded) pieces.Add(new QueryPiece(start, at, ""));
    }

    void Add(QueryWord word, bool isExcluded)
    {
        words++;
        if (isAlternative && !isExcluded) units[^1] = new QueryUnit([.. units[^1].Any, word], false);
        else units.Add(new QueryUnit([word], isExcluded));
        isAlternative = false;
    }

    bool IsOperator(string name, string value, bool isExcluded)
    {
        switch (name)
        {
            case "in" when !isExcluded && value.Equals("title", StringComparison.OrdinalIgnoreCase):
                return InTitle = true;
            case "before" or "after" when !isExcluded:
                if (Time(value) is not { } time) return false;
                if (name == "before") Before = time;
                else After = time;
                return true;
            default:
                return (isExcluded ? Unwanted : Wanted).Take(name, value);
        }
    }

    /// <summary>A time, which may go on behind a space: <c>after:3 months</c>.</summary>
    DateTime? Time(string value)
    {
        var before = at;
        if (value.All(char.IsAsciiDigit) && at < text.Length && text[at] == ' ')
        {
            at++;
            var unit = Until(' ', '"');
            if (QueryTime.IsUnit(unit) && QueryTime.Of($"{value} {unit}", now) is { } ago) return ago;

            at = before;
        }

        return QueryTime.Of(value, now);
    }

    string Quoted()
    {
        at++;
        var quoted = Until('"', '"');
        if (at < text.Length) at++;
        return quoted;
    }

    string Until(char end, char otherEnd)
    {
        var start = at;
        while (at < text.Length && text[at] != end && text[at] != otherEnd) at++;
        return text[start..at];
    }

    /// <summary>The typed text as it is read: no longer than can be asked, without control characters.</summary>
    public static string Plain(string? typed) => Clean(typed ?? "");

    static string Clean(string typed)
    {
        var clean = new StringBuilder(Math.Min(typed.Length, MaxLength));
        foreach (var rune in typed.AsSpan(0, Math.Min(typed.Length, MaxLength)).EnumerateRunes())
        {
            // Half a pair of surrogates is read as U+FFFD, and is no letter.
            if (rune.Value is '“' or '”' or '„') clean.Append('"');
            else if (Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) || rune == Rune.ReplacementChar) clean.Append(' ');
            else clean.Append(rune);
        }

        return clean.ToString();
    }
}
