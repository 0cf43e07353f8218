namespace Community.Notifications.Replies;

/// <summary>Where our letter begins that was put below a reply without marks of quotation.</summary>
static class LetterStart
{
    const int MostTail = 8;

    /// <returns>The number of lines when it stands nowhere.</returns>
    public static int In(List<MailLine> lines, LetterSigns signs)
    {
        var any = Below(lines, signs);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsPlain) continue;

            if (lines[i].Text == ReplyHtml.QuoteBegins || signs.IsTop(lines, i)) return Back(lines, i, signs);
            if (HeaderBlock.At(lines, i, signs, any[i]).IsOurs || Dashes.Begin(lines, i, signs, any)) return Back(lines, i, signs);
            if (lines[i].Bare is [.., ':' or '：'] && Introduced(lines, i, signs) is var start and >= 0) return Back(lines, start, signs);
        }

        return ByFoot(lines, signs);
    }

    /// <summary>From each line on: whether something follows that only our letters have.</summary>
    static bool[] Below(List<MailLine> lines, LetterSigns signs)
    {
        var below = new bool[lines.Count + 1];
        for (var i = lines.Count - 1; i >= 0; i--) below[i] = below[i + 1] || signs.IsSign(lines, i);
        return below;
    }

    static int Introduced(List<MailLine> lines, int last, LetterSigns signs)
    {
        var next = last + 1;
        while (next < lines.Count && lines[next].IsBlank && next <= last + 3) next++;
        if (next == lines.Count || !lines[next].IsPlain) return -1;

        var found = Attribution.Find(lines, last, signs);
        if (found.Kind is AttributionKind.None or AttributionKind.Verb) return -1;

        var isBySender = found.Kind == AttributionKind.Ours && Enumerable.Range(found.Start, last + 1 - found.Start).Any(i => signs.HasSender(lines[i]));
        return isBySender || signs.IsTitle(lines[next].Bare) ? found.Start : -1;
    }

    /// <summary>What stands directly above and belongs to it: rules, introductions, the announcement of something forwarded.</summary>
    static int Back(List<MailLine> lines, int start, LetterSigns signs)
    {
        while (true)
        {
            var last = start - 1;
            while (last >= 0 && lines[last] is { IsBlank: true, Depth: 0, IsCode: false }) last--;
            if (last < 0 || !lines[last].IsPlain) return start;

            if (Dashes.IsRule(lines[last]) || Dashes.Announces(lines[last].Bare)) start = last;
            else if (Attribution.Find(lines, last, signs) is { Kind: AttributionKind.Ours or AttributionKind.Likely } found) start = found.Start;
            else return start;
        }
    }

    /// <summary>Nothing but the letter's own lines tell of it: from its title on, or from its first address, to its foot.</summary>
    static int ByFoot(List<MailLine> lines, LetterSigns signs)
    {
        var foot = lines.FindLastIndex(line => line.IsPlain && signs.HasSite(line));
        if (foot < 0 || !lines.Exists(line => line.IsPlain && signs.IsFoot(line)) && lines.Skip(foot + 1).Count(line => line.IsPlain) > MostTail) return lines.Count;

        var title = lines.FindIndex(line => line.IsPlain && !line.IsIndented && signs.IsTitle(line.Bare));
        if (title >= 0 && lines.Skip(title).Take(4).Any(signs.HasSite) && lines.Skip(title).Count(signs.HasSite) > 1) return Back(lines, title, signs);

        var isFoot = lines.Exists(line => line.IsPlain && signs.IsFoot(line));
        return isFoot ? lines.FindIndex(line => line.IsPlain && signs.HasSite(line) && IsAlone(line)) is var first and >= 0 ? first : foot : lines.Count;
    }

    static bool IsAlone(MailLine line) => !line.Text.TrimEnd('\\', '>', ')').Contains(' ');
}
