using System.Buffers;

namespace Community.Notifications.Replies;

/// <summary>From, sent, to and subject of a letter, as programs put them above it.</summary>
/// <param name="Count">Its lines that are headers by their looks; 0 for none.</param>
/// <param name="IsOurs">It is above our letter, as far as can be told.</param>
readonly record struct HeaderBlock(int Count, bool IsOurs)
{
    const int MostLines = 14, MostOther = 3, MostName = 30, MostWords = 4, Enough = 3;

    static readonly SearchValues<char> NotInNames = SearchValues.Create(".,;!?()\"@");

    static readonly HeaderBlock None = new(0, false);

    /// <param name="isSignBelow">Something that only our letters have stands in it or below.</param>
    public static HeaderBlock At(IReadOnlyList<MailLine> lines, int start, LetterSigns signs, bool isSignBelow)
    {
        if (!IsHeader(lines[start], out var first) || !IsKnown(first) && !signs.HasSender(lines[start])) return None;
        // It begins at its first line.
        if (start > 0 && IsHeader(lines[start - 1], out var above) && IsKnown(above)) return None;

        var (headers, known, other, hasSender, hasTitle, isForeign) = (0, 0, 0, false, false, false);
        for (var i = start; i < lines.Count && i < start + MostLines; i++)
        {
            var line = lines[i];
            if (line.IsBlank && IsKnown(first) && i + 1 < lines.Count && IsHeader(lines[i + 1], out var next) && IsKnown(next)) continue;
            if (!line.IsPlain || line.IsIndented) break;

            if (IsHeader(line, out var name))
            {
                headers++;
                if (IsKnown(name)) known++;
                var value = line.Bare[(line.Bare.AsSpan().IndexOfAny(':', '：') + 1)..];
                hasTitle |= IsKnown(name) && signs.IsTitle(value);
                isForeign |= i == start && value.Contains('@') && !signs.HasSender(line);
            }
            else if (++other > MostOther || known < 2)
            {
                break;
            }

            hasSender |= signs.HasSender(line);
        }

        if (headers < 2) return None;
        return new HeaderBlock(headers, hasSender || known >= Enough && IsKnown(first) && (hasTitle || isSignBelow && !isForeign));
    }

    static bool IsKnown(string name) => ReplyWords.Headers.Contains(name);

    /// <summary>A few words, a colon, and more.</summary>
    static bool IsHeader(MailLine line, out string name)
    {
        name = "";
        if (!line.IsPlain || line.IsIndented) return false;

        var colon = line.Bare.AsSpan(0, Math.Min(line.Bare.Length, MostName + 1)).IndexOfAny(':', '：');
        if (colon < 1 || line.Bare.AsSpan(colon).StartsWith("://")) return false;

        name = line.Bare[..colon].Trim();
        return name.Length > 0 && name.Count(c => c == ' ') < MostWords && !name.AsSpan().ContainsAny(NotInNames) && char.IsLetter(name[0]);
    }
}
