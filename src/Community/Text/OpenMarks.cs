namespace Community.Text;

/// <summary>
/// Marks of emphasis, brackets that nothing closes, bare addresses and definitions: each looks through those before it, so that ten thousand between two
/// blank lines take a third of a second. Three thousand take a tenth of that.
/// </summary>
static class OpenMarks
{
    const int MaxInStretch = 3_000;

    public static void Check(string text)
    {
        int marks = 0, open = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var inner = line.Trim("> \t");
            if (inner.IsEmpty) (marks, open) = (0, 0);

            if (inner.StartsWith("* ", StringComparison.Ordinal)) inner = inner[2..];
            marks += Runs(inner) + inner.Count("://") + inner.Count("www.") + inner.Count("]:");
            open += inner.Count('[') - inner.Count(']');
            if (marks + open > MaxInStretch) throw Bounds.TooManyMarks();
        }
    }

    /// <summary>Runs of one mark; an underscore within a word is none.</summary>
    static int Runs(ReadOnlySpan<char> line)
    {
        if (!line.ContainsAny("*_~")) return 0;

        var runs = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is not ('*' or '_' or '~') || (i > 0 && line[i - 1] == line[i])) continue;
            var inWord = line[i] == '_' && i > 0 && i + 1 < line.Length && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1]);
            if (!inWord) runs++;
        }
        return runs;
    }
}
