using System.Text;
using Community.Topics;

namespace Community.Search;

/// <summary>A word or a "phrase in quotation marks" as typed, perhaps to be left out.</summary>
sealed record QueryWord(string Text, bool IsPhrase, bool IsExcluded);

/// <summary>What somebody typed, understood: words, "phrases", -words, <c>kind:</c>, <c>space:</c> and <c>tag:</c>. Everything else is text; nothing is refused.</summary>
sealed class QueryText
{
    public const int MaxWords = 64;
    public const int MaxLength = 4_096;

    readonly List<QueryWord> words = [];

    QueryText()
    {
    }

    public IReadOnlyList<QueryWord> Words => words;

    public List<TopicKind> Kinds { get; } = [];

    public List<string> Spaces { get; } = [];

    public List<string> Tags { get; } = [];

    public static QueryText Of(string? typed)
    {
        var query = new QueryText();
        var text = Clean(typed ?? "");
        for (var at = 0; at < text.Length && query.words.Count < MaxWords;) query.Read(text, ref at);
        return query;
    }

    void Read(string text, ref int at)
    {
        if (text[at] == ' ')
        {
            at++;
            return;
        }

        var isExcluded = text[at] == '-' && at + 1 < text.Length && text[at + 1] is not (' ' or '-');
        if (isExcluded) at++;
        if (text[at] == '"')
        {
            words.Add(new QueryWord(Quoted(text, ref at), true, isExcluded));
            return;
        }

        var word = Until(text, ref at, ' ', '"');
        if (!isExcluded && word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            var (value, before) = (word[(colon + 1)..], at);
            if (value.Length == 0 && at < text.Length && text[at] == '"') value = Quoted(text, ref at);
            if (value.Length > 0 && IsOperator(word[..colon].ToLowerInvariant(), value)) return;
            at = before;
        }

        words.Add(new QueryWord(word, false, isExcluded));
    }

    bool IsOperator(string name, string value)
    {
        switch (name)
        {
            case "kind" when char.IsAsciiLetter(value[0]) && (Enum.TryParse<TopicKind>(value, true, out var kind) || Enum.TryParse(value.TrimEnd('s', 'S'), true, out kind)):
                Kinds.Add(kind);
                return true;
            case "space":
                Spaces.Add(value);
                return true;
            case "tag":
                Tags.Add(value);
                return true;
            default:
                return false;
        }
    }

    static string Quoted(string text, ref int at)
    {
        at++;
        var quoted = Until(text, ref at, '"', '"');
        if (at < text.Length) at++;
        return quoted;
    }

    static string Until(string text, ref int at, char end, char otherEnd)
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
        foreach (var c in typed.AsSpan(0, Math.Min(typed.Length, MaxLength)))
            clean.Append(c is '“' or '”' or '„' ? '"' : char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c);
        return clean.ToString();
    }
}
