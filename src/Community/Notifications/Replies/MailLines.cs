using System.Text;

namespace Community.Notifications.Replies;

/// <summary>A mail by its lines.</summary>
static class MailLines
{
    public static List<MailLine> Of(string text, LetterSigns signs)
    {
        var lines = text.Split('\n').Select(Read).SkipWhile(line => line is { IsBlank: true, Depth: 0 }).ToList();
        Unescape(lines);
        FindCode(lines, signs);
        return lines;
    }

    /// <summary>Quoted lines and written ones are parted by an empty line, or Markdown would read an answer as a part of the quotation.</summary>
    public static string Write(List<MailLine> lines, bool isHtml)
    {
        var written = new StringBuilder();
        MailLine? last = null;
        var isBlank = false;
        foreach (var line in lines)
        {
            if (line.IsBlank && line.Depth == 0 && !line.IsCode)
            {
                isBlank = last is not null;
                continue;
            }

            var isApart = isBlank || last is not null && last.Depth > 0 != line.Depth > 0;
            if (isApart) Part(written, isHtml && !last!.IsCode);
            if (last is not null) written.Append(isApart ? "\n\n" : "\n");
            for (var i = 0; i < line.Depth; i++) written.Append(line.IsBlank && i + 1 == line.Depth ? ">" : "> ");
            written.Append(line.Text);
            (last, isBlank) = (line, false);
        }

        if (last is { IsCode: false }) Part(written, isHtml);
        return written.ToString();
    }

    /// <summary>A break of a line that nothing follows any more.</summary>
    static void Part(StringBuilder written, bool isHtml)
    {
        if (isHtml && written.Length > 0 && written[^1] == '\\' && (written.Length < 2 || written[^2] != '\\')) written.Length--;
    }

    static MailLine Read(string line)
    {
        var (depth, at) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '>') (depth, at) = (depth + 1, i + 1);
            else if (line[i] != ' ' || i - at > 0) break;
        }

        if (depth > 0 && at < line.Length && line[at] == ' ') at++;
        var text = line[at..].TrimEnd();
        return new MailLine(line, text, depth);
    }

    /// <summary>Mail servers escape a line that begins with From; a shell of a language shows three brackets before each line that is typed.</summary>
    static void Unescape(List<MailLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Depth == 0) continue;

            var end = i;
            while (end < lines.Count && lines[end].Depth > 0) end++;
            if (end == i + 1 && lines[i] is { Depth: 1 } line && line.Raw.StartsWith(">From ", StringComparison.Ordinal)) line.Depth = 0;
            if (!IsIntroduced(lines, i) && Enumerable.Range(i, end - i).All(at => lines[at].Depth == 3))
            {
                for (var at = i; at < end; at++) lines[at] = new MailLine(lines[at].Raw, lines[at].Raw.TrimEnd());
            }
            i = end;
        }
    }

    static bool IsIntroduced(List<MailLine> lines, int start)
    {
        for (var i = Math.Max(0, start - 3); i < start; i++)
        {
            if (Attribution.Ends(lines[i].Bare) && Attribution.HasVerb(lines[i].Bare)) return true;
        }
        return false;
    }

    /// <summary>A fence that is never closed is none; nor is one that the letter stands in.</summary>
    static void FindCode(List<MailLine> lines, LetterSigns signs)
    {
        var (open, mark, length) = (-1, ' ', 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var trimmed = lines[i].Text.AsSpan().TrimStart();
            if (open >= 0 && signs.IsTop(lines, i)) open = -1;
            if (lines[i].Depth > 0 || lines[i].IsIndented || trimmed is not ['`' or '~', ..]) continue;

            var run = trimmed.Length - trimmed.TrimStart(trimmed[0]).Length;
            if (run < 3) continue;

            if (open < 0)
            {
                (open, mark, length) = (i, trimmed[0], run);
            }
            else if (trimmed[0] == mark && run >= length && run == trimmed.Length)
            {
                for (var at = open; at <= i; at++) lines[at] = new MailLine(lines[at].Raw, lines[at].Raw) { IsCode = true };
                open = -1;
            }
        }
    }
}
