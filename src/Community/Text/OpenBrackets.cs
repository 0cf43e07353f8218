namespace Community.Text;

/// <summary>
/// After each <c>](</c> the parser looks for the end of an address, as far as the next white space: 64 KB of <c>[a](</c> cost it a second. The same
/// search is made here at first, within a budget that only such texts use up.
/// </summary>
static class OpenBrackets
{
    const int MaxSteps = 2_000_000;

    public static void Check(string text)
    {
        var steps = 0;
        for (var at = text.IndexOf("](", StringComparison.Ordinal); at >= 0; at = text.IndexOf("](", at + 2, StringComparison.Ordinal))
        {
            steps += Address(text.AsSpan(at + 2));
            if (steps > MaxSteps) throw Bounds.TooManyMarks();
        }
    }

    static int Address(ReadOnlySpan<char> text)
    {
        var open = 1;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= ' ') return Title(text, i);
            if (text[i] == '\\') i++;
            else if (text[i] == '(') open++;
            else if (text[i] == ')' && --open == 0) return i;
        }
        return text.Length;
    }

    static int Title(ReadOnlySpan<char> text, int from)
    {
        var start = from;
        while (start < text.Length && text[start] <= ' ') start++;
        if (start == text.Length || text[start] is not ('"' or '\'' or '(')) return start;

        var length = text[(start + 1)..].IndexOf(text[start] == '(' ? ')' : text[start]);
        return length < 0 ? text.Length : start + length;
    }
}
