namespace Community.Text;

/// <summary>
/// What is refused before parsing: the parser takes no cancellation, and small texts can become large pages (12 KB of table, 30 MB).
/// The bounds are far above what people write; <c>BoundsTests</c> holds the texts that made them necessary.
/// </summary>
static class Bounds
{
    const int MaxCells = 5_000;
    const int MaxMarkersInLine = 32;

    public static void Check(string text)
    {
        if (text.Length > Markdown.MaxCharacters)
            throw new RefusedException(Refusal.Invalid, "This text has {0} characters; at most {1} are possible. Shorten it, or continue it in a second post.", text.Length, Markdown.MaxCharacters) { Field = "body" };

        Lines(text);
        OpenMarks.Check(text);
        OpenBrackets.Check(text);
    }

    public static RefusedException TooDeep() =>
        new(Refusal.Invalid, "Quotations, lists or emphasis are nested too deeply. Take some levels out.") { Field = "body" };

    public static RefusedException TooMuch() =>
        new(Refusal.Invalid, "This text would become too large a page. Split it, or make its tables smaller.") { Field = "body" };

    public static RefusedException TooManyMarks() =>
        new(Refusal.Invalid, "This text has too many brackets or marks of emphasis between two blank lines. Part it, or take some out.") { Field = "body" };

    static void Lines(string text)
    {
        int cells = 0, lines = 0, columns = 0;
        var hasRule = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var inner = line.TrimStart("> \t");
            if (Markers(line) > MaxMarkersInLine) throw TooDeep();
            if (inner.IsEmpty)
            {
                cells += hasRule ? lines * columns : 0;
                (lines, columns, hasRule) = (0, 0, false);
                continue;
            }
            lines++;
            columns = Math.Max(columns, inner.Count('|') + 1);
            hasRule |= inner.Contains('|') && inner.Contains('-') && !inner.ContainsAnyExcept("|:- \t");
        }
        if (cells + (hasRule ? lines * columns : 0) > MaxCells)
            throw new RefusedException(Refusal.Invalid, "The tables have more than {0} cells. Make them smaller, or attach them as a file.", MaxCells) { Field = "body" };
    }

    /// <summary>How many quotations and lists this one line opens; a line of nothing but one mark is a rule, not a list.</summary>
    static int Markers(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAnyExcept("- \t") || !line.ContainsAnyExcept("* \t")) return 0;

        var count = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is ' ' or '\t') continue;
            var start = i;
            while (i < line.Length && i - start < 9 && char.IsAsciiDigit(line[i])) i++;
            var isList = i < line.Length && (i > start ? line[i] is '.' or ')' : line[i] is '-' or '*' or '+') && (i + 1 == line.Length || line[i + 1] is ' ' or '\t');
            if (!isList && (i > start || i == line.Length || line[i] != '>')) break;
            count++;
        }
        return count;
    }
}
