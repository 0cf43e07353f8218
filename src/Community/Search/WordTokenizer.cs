using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Community.Search;

/// <summary>
/// Cuts text into words. A word joined by hyphens, dots and the like is found whole, without its joints, and in parts: "Z39.50" gives "Z39.50" and
/// "Z3950" (type <see cref="Whole"/>), and "Z39", "50" at two positions. Apostrophes and combining marks are dropped, a final 's too.
/// </summary>
sealed class WordTokenizer : Tokenizer
{
    /// <summary>The type of tokens that stand beside the parts of a joined word.</summary>
    public const string Whole = "whole";

    const string Word = "word";
    const int MaxTermLength = 64;
    const int MaxParts = 6;

    readonly ICharTermAttribute term;
    readonly IOffsetAttribute offset;
    readonly IPositionIncrementAttribute increment;
    readonly ITypeAttribute type;
    readonly Queue<(string Text, int Start, int End, int Increment, string Type)> ready = new();

    string text = "";
    int at;

    public WordTokenizer(TextReader input) : base(input)
    {
        term = AddAttribute<ICharTermAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        increment = AddAttribute<IPositionIncrementAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    public override void Reset()
    {
        base.Reset();
        text = m_input.ReadToEnd() ?? "";
        at = 0;
        ready.Clear();
    }

    public override bool IncrementToken()
    {
        while (ready.Count == 0 && at < text.Length) ReadWord();
        if (ready.Count == 0) return false;

        ClearAttributes();
        var next = ready.Dequeue();
        term.SetEmpty().Append(next.Text);
        offset.SetOffset(CorrectOffset(next.Start), CorrectOffset(next.End));
        increment.PositionIncrement = next.Increment;
        type.Type = next.Type;
        return true;
    }

    public override void End()
    {
        base.End();
        offset.SetOffset(CorrectOffset(text.Length), CorrectOffset(text.Length));
    }

    void ReadWord()
    {
        while (at < text.Length && !IsLetter(text[at])) at++;
        if (at == text.Length) return;

        var start = at;
        var first = ReadPart();
        if (!IsJoined && (at >= text.Length || text[at] is not ('+' or '#')))
        {
            ready.Enqueue((first.Text, first.Start, first.End, 1, Word));
            return;
        }

        var parts = new List<(string Text, int Start, int End)> { first };
        while (IsJoined)
        {
            at++;
            parts.Add(ReadPart());
        }

        var end = at;
        while (at < text.Length && text[at] is '+' or '#' && at - end < 2) at++;
        Add(parts, start, end);
    }

    void Add(List<(string Text, int Start, int End)> parts, int start, int end)
    {
        var first = 1;
        if (parts.Count is > 1 and <= MaxParts || at > end)
        {
            var whole = Clean(text.AsSpan(start, at - start));
            var joined = string.Concat(parts.Select(part => part.Text));
            ready.Enqueue((whole, start, at, 1, Whole));
            if (parts.Count > 1 && joined.Length <= MaxTermLength) ready.Enqueue((joined, start, end, 0, Whole));
            first = 0;
        }

        foreach (var part in parts)
        {
            ready.Enqueue((part.Text, part.Start, part.End, first, Word));
            first = 1;
        }
    }

    (string Text, int Start, int End) ReadPart()
    {
        var start = at;
        while (at < text.Length && (IsLetter(text[at]) || IsSilent(text[at]) && at + 1 < text.Length && IsLetter(text[at + 1]) || IsMark(text[at]))) at++;
        var part = text.AsSpan(start, at - start);
        if (part.Length > 2 && part[^1] is 's' or 'S' && part[^2] is '\'' or '’') part = part[..^2];
        return (Clean(part), start, at);
    }

    bool IsJoined => at + 1 < text.Length && IsJoint(text[at]) && IsLetter(text[at + 1]);

    static string Clean(ReadOnlySpan<char> word)
    {
        if (word.Length <= MaxTermLength && !word.ContainsAnyExceptInRange('\u0030', '\u007A')) return word.ToString();

        var clean = new StringBuilder(Math.Min(word.Length, MaxTermLength));
        foreach (var c in word)
        {
            if (clean.Length == MaxTermLength) break;
            if (!IsSilent(c) && !IsMark(c)) clean.Append(c);
        }

        return clean.ToString();
    }

    static bool IsLetter(char c) => char.IsLetterOrDigit(c);

    static bool IsJoint(char c) => c is '-' or '.' or '_' or '&' or '‐' or '‑';

    static bool IsSilent(char c) => c is '\'' or '’' or '\u00AD' or '\u200B' or '\u2060';

    static bool IsMark(char c) => c >= '\u0300' && char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
