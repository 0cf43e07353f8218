namespace Community.Notifications.Replies;

/// <summary>What stands below a text on its own: a signature, a closing with a name, what a phone adds.</summary>
static class Signature
{
    const int MostAnnounced = 20, MostGuessed = 10, MostUnparted = 4, MostClosing = 6, MostNamed = 10, MostShort = 60, MostPhone = 140, MostPhoneWords = 14;

    /// <returns>The first of its lines; −1 where there is none. The last line is not empty.</returns>
    public static int StartIn(List<MailLine> lines, LetterSigns signs)
    {
        if (IsOfPhone(lines, lines.Count - 1)) return lines.Count - 1;
        return Announced(lines, signs) is var announced and >= 0 ? announced : Closing(lines, signs);
    }

    /// <summary>Two dashes in a line of their own.</summary>
    static int Announced(List<MailLine> lines, LetterSigns signs)
    {
        var (below, isNamed, areShort) = (0, false, true);
        for (var i = lines.Count - 1; i >= 0 && below <= MostAnnounced; i--)
        {
            var line = lines[i];
            if (line.IsBlank) continue;
            if (!line.IsPlain) return -1;

            if (line.Bare is "--" or "—" && !line.IsIndented)
            {
                var isParted = i == 0 || lines[i - 1].IsBlank;
                var isTable = i > 0 && lines[i - 1].Text.Contains('|');
                var isSure = line.IsDelimiter || isParted && below <= MostGuessed || isNamed && areShort && below <= MostUnparted;
                return isSure && !isTable ? i : -1;
            }

            below++;
            isNamed |= signs.IsNamed(line.Bare);
            areShort &= line.Bare.Length <= MostShort;
        }
        return -1;
    }

    static int Closing(List<MailLine> lines, LetterSigns signs)
    {
        var (below, isNamed) = (0, false);
        for (var i = lines.Count - 1; i >= 0 && below <= MostNamed; i--)
        {
            var line = lines[i];
            if (line.IsBlank) continue;
            if (!line.IsPlain || line.IsIndented) return -1;

            if (line.Bare.Length <= MostShort && ClosingOf(line.Bare, signs, out var isSure, out var hasName))
            {
                isNamed |= hasName;
                var isBelow = lines.Take(i).Any(above => !above.IsBlank);
                var isEnough = isSure ? (isNamed || below <= MostClosing) && (below > 0 || isBelow) : isNamed && below <= MostClosing && isBelow;
                return isEnough ? i : -1;
            }

            if (line.Bare.Length > MostShort || IsContent(line)) return -1;
            below++;
            isNamed |= signs.IsNamed(line.Bare);
        }
        return -1;
    }

    /// <param name="isSure">Nobody says it but at an end; not so with thanks.</param>
    /// <param name="hasName">The name stands in the same line.</param>
    static bool ClosingOf(string bare, LetterSigns signs, out bool isSure, out bool hasName)
    {
        var words = bare.TrimEnd(',', '.', '!', ' ', '，', '。', '！', '、');
        (isSure, hasName) = (SignatureWords.Closings.Contains(words), false);
        if (isSure || SignatureWords.Thanks.Contains(words)) return true;

        var parted = words.IndexOfAny([',', '，']) is var comma and > 0 ? comma : -1;
        if (parted < 0 || !signs.IsNamed(words[parted..]) || words[parted..].Count(c => c == ' ') > 4) return false;

        hasName = true;
        isSure = SignatureWords.Closings.Contains(words[..parted]);
        return isSure || SignatureWords.Thanks.Contains(words[..parted]);
    }

    /// <summary>No line of a signature: something is asked, listed or added.</summary>
    static bool IsContent(MailLine line)
    {
        var bare = line.Bare;
        return bare is [.., '?' or '？' or ':'] || line.Text is ['-' or '*' or '+', ' ', ..] or ['#', ..] or ['|', ..] || bare.StartsWith("ps", StringComparison.Ordinal) && (bare.Length == 2 || !char.IsLetter(bare[2])) || bare.StartsWith("p.s", StringComparison.Ordinal) || bare.StartsWith("p. s", StringComparison.Ordinal)
            || char.IsAsciiDigit(bare.FirstOrDefault()) && bare.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end and > 0 && bare.AsSpan(end) is ['.' or ')', ' ', ..];
    }

    static bool IsOfPhone(List<MailLine> lines, int index)
    {
        var bare = lines[index].Bare;
        if (!lines[index].IsPlain || lines[index].IsIndented || bare.Length > MostPhone || bare.Count(c => c == ' ') >= MostPhoneWords) return false;
        if (bare is [.., '?' or '？'] || !SignatureWords.Devices.Any(device => bare.Contains(device, StringComparison.Ordinal))) return false;

        var isGerman = bare.StartsWith("von mein", StringComparison.Ordinal) && (bare.Contains("gesendet", StringComparison.Ordinal) || bare.Contains("versendet", StringComparison.Ordinal));
        var isLast = bare.Count(c => c == ' ') < SignatureWords.MostWordsBefore && SignatureWords.By.Any(word => bare.TrimEnd('.', '。').EndsWith(word, StringComparison.Ordinal));
        return isGerman || isLast || SignatureWords.SentBy.Any(word => bare.StartsWith(word, StringComparison.Ordinal));
    }
}
