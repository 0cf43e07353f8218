namespace Community.Notifications.Replies;

/// <summary>By what our own letter is known where it is quoted.</summary>
sealed class LetterSigns(ReplyMarks marks, string? subject)
{
    /// <summary>Programs break lines at 70 letters and more.</summary>
    const int MostTopLines = 6;

    const int ShortestTop = 8, ShortestTitle = 4;

    static readonly string[] FootPaths = ["/mail/off/", "/account/mail"];

    readonly string top = MailLine.KeyOf(marks.TopSentence);
    readonly string site = marks.SiteAddress.TrimEnd('/');
    readonly HashSet<string> titles = Titles(subject ?? "");

    public string[] NameWords { get; } = [.. Words(marks.PersonName.ToLowerInvariant()).Where(word => word.Length > 2 || word.Any(c => c >= '\u3000'))];

    public bool HasSender(MailLine line) => line.Has(marks.SenderAddress);

    public bool HasSender(string text) => marks.SenderAddress.Length > 0 && text.Contains(marks.SenderAddress, StringComparison.OrdinalIgnoreCase);

    public bool HasSite(MailLine line) => line.Has(site);

    public bool HasSite(string text) => site.Length > 0 && text.Contains(site, StringComparison.OrdinalIgnoreCase);

    /// <summary>An address that only our foot has.</summary>
    public bool IsFoot(MailLine line) => HasSite(line) && FootPaths.Any(path => line.Has(site + path));

    /// <summary>What the letter is about, as its subject says.</summary>
    public bool IsTitle(string bare) => titles.Contains(MailLine.KeyOf(bare));

    /// <summary>Something that stands in our letters and in no others.</summary>
    public bool IsSign(IReadOnlyList<MailLine> lines, int index) => HasSender(lines[index]) || IsFoot(lines[index]) || IsTop(lines, index);

    /// <summary>Our top sentence begins in this line; it may go on in the next ones.</summary>
    public bool IsTop(IReadOnlyList<MailLine> lines, int index) => TopLines(lines, index) > 0;

    /// <returns>How many lines our top sentence takes; 0 where it does not stand.</returns>
    public int TopLines(IReadOnlyList<MailLine> lines, int index)
    {
        if (top.Length < ShortestTop || lines[index].IsBlank) return 0;

        var read = lines[index].Key;
        if (read.StartsWith(top, StringComparison.Ordinal)) return 1;
        if (lines[index].Text.StartsWith('|') && read.Contains(top, StringComparison.Ordinal)) return 1;

        for (var count = 1; read.Length > 0 && read.Length < top.Length && top.StartsWith(read, StringComparison.Ordinal) && count < MostTopLines && index + count < lines.Count; count++)
        {
            read += lines[index + count].Key;
            if (read.StartsWith(top, StringComparison.Ordinal)) return count + 1;
        }
        return 0;
    }

    public bool IsNamed(string bare) => NameWords.Length > 0 && Words(bare).Any(word => NameWords.Contains(word));

    static string[] Words(string text) => new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Without Re and its like, each of which could also belong to the title.</summary>
    static HashSet<string> Titles(string subject)
    {
        var titles = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            if (MailLine.KeyOf(subject) is { Length: >= ShortestTitle } key) titles.Add(key);
            var colon = subject.AsSpan().IndexOfAny(':', '：');
            if (colon is < 1 or > 12) break;

            subject = subject[(colon + 1)..];
        }
        return titles;
    }
}
