namespace Community.Notifications.Replies;

/// <summary>How sure it is that lines introduce a quotation of our letter.</summary>
enum AttributionKind
{
    None,

    /// <summary>Somebody is said to have written; so people write as well.</summary>
    Verb,

    /// <summary>With a day or an address, but perhaps somebody else's.</summary>
    Likely,

    /// <summary>With our sender's address, or with day and hour, as programs write.</summary>
    Ours,
}

/// <summary>What programs write before a quotation: who wrote it, and when. In up to three lines, in many languages.</summary>
/// <param name="Start">The first line.</param>
readonly record struct Attribution(int Start, AttributionKind Kind)
{
    const int MostLines = 3, MostLetters = 400;

    static readonly Attribution None = new(-1, AttributionKind.None);

    public static bool HasVerb(string bare) => ReplyWords.Wrote.Any(verb => bare.Contains(verb, StringComparison.Ordinal));

    /// <summary>A line so ends in all languages; in old ones of Gmail it ends in an address.</summary>
    public static bool Ends(string bare) => bare is [.., ':' or '：'] || bare is [.., '>'] && bare.Contains('@');

    /// <summary>The one that ends in a line.</summary>
    public static Attribution Find(List<MailLine> lines, int last, LetterSigns signs)
    {
        if (lines[last].IsCode || !Ends(lines[last].Bare)) return None;

        var own = None;
        var text = "";
        for (var start = last; start >= 0 && start > last - MostLines && IsOf(lines[start], lines[last]); start--)
        {
            if (start < last && lines[start].Bare is [.., '.' or '!' or '?' or '。' or ':' or '：']) break;

            text = text.Length == 0 ? lines[start].Bare : lines[start].Bare + " " + text;
            if (text.Length > MostLetters) break;

            var kind = KindOf(text, signs);
            if (kind == AttributionKind.None) continue;
            if (Opens(lines[start].Bare)) return new Attribution(start, kind);

            // A line above that opens nothing belongs to it only where it says who wrote.
            if (own.Kind == AttributionKind.None || lines[start].Bare.Contains('@')) own = new Attribution(start, kind);
        }
        return own;
    }

    static bool IsOf(MailLine line, MailLine last) => line is { IsBlank: false, IsCode: false } && line.Depth == last.Depth;

    /// <summary>As programs begin: with a day or one of a few words, and what clock and calendar say.</summary>
    static bool Opens(string bare) =>
        bare.Length > 0 && (HasHour(bare) || HasYear(bare)) && (char.IsAsciiDigit(bare[0]) || ReplyWords.Openers.Any(word => bare.StartsWith(word, StringComparison.Ordinal) && (bare.Length == word.Length || !char.IsLetter(bare[word.Length]) || word[^1] >= '\u3000')));

    static AttributionKind KindOf(string text, LetterSigns signs)
    {
        var (hasAddress, hasVerb) = (text.Contains('@'), HasVerb(text));
        var (hasDay, hasHour) = (HasDay(text), HasHour(text));
        var isForeign = hasAddress && !signs.HasSender(text);
        if (text[^1] == '>' && !(hasAddress && hasDay)) return AttributionKind.None;
        if (hasAddress && !isForeign && (hasVerb || hasDay || hasHour)) return AttributionKind.Ours;
        if (!isForeign && hasDay && hasHour && (hasVerb || Opens(text))) return AttributionKind.Ours;
        if (hasAddress && (hasVerb || hasDay || hasHour) || hasVerb && (hasDay || hasHour)) return AttributionKind.Likely;
        return hasVerb ? AttributionKind.Verb : AttributionKind.None;
    }

    static bool HasYear(string text)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text[i] is '1' or '2' && text.AsSpan(i, 4).IndexOfAnyExceptInRange('0', '9') < 0 && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4]))) return true;
        }
        return false;
    }

    /// <summary>A year, or numbers as days are written.</summary>
    static bool HasDay(string text)
    {
        if (HasYear(text)) return true;

        for (var i = 0; i + 2 < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || i > 0 && char.IsAsciiDigit(text[i - 1])) continue;

            var end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - i <= 2 && end + 1 < text.Length && (text[end] is '.' or '/' or '-' && char.IsAsciiDigit(text[end + 1]) || text[end] is '月' or '월' or '日' or '일')) return true;
        }
        return false;
    }

    static bool HasHour(string text)
    {
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i - 1])) continue;
            if (text[i] is '时' or '時' or '点' or '點' or '시') return true;
            if (text[i] is ':' or '.' or 'h' or '：' && i + 2 < text.Length && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && (i + 3 == text.Length || !char.IsAsciiDigit(text[i + 3]) && text[i + 3] != '.')) return true;
        }
        return false;
    }
}
