namespace Community.Search;

/// <summary>Words that say nothing by themselves. They are in the index, for phrases; of a query they are dropped unless it has no others.</summary>
static class StopWords
{
    const int MaxLength = 8;

    static readonly HashSet<string> All = [.. (
        "a about am an and any are as at be been but by can could did do does for from had has have how i if in into is it its me my no not of on or our should "
        + "so some such than that the their them then there these they this to us was we were what when where which who why will with would you your").Split(' ')];

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Spans = All.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Has(string word) => All.Contains(word.ToLowerInvariant());

    /// <summary>The same without a string of it.</summary>
    public static bool Has(ReadOnlySpan<char> word)
    {
        if (word.Length > MaxLength) return false;

        Span<char> lower = stackalloc char[MaxLength];
        return Spans.Contains(lower[..word.ToLowerInvariant(lower)]);
    }
}
