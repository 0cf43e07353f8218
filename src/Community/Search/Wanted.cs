namespace Community.Search;

/// <summary>What was typed, and the query that it is: the same for every reader.</summary>
sealed record TypedQuery(QueryText Text, PostQuery Posts)
{
    /// <param name="isStrict">All telling words must be there: nobody ranks what is told one by one.</param>
    public static TypedQuery Of(string? typed, CommunityAnalyzer analyzer, bool isStrict = false)
    {
        var text = QueryText.Of(typed);
        return new TypedQuery(text, new PostQuery(text, analyzer, isStrict));
    }
}

/// <summary>What a reader asks, made ready to be put to any index of posts: the query, and what of its finds the reader may see and has chosen.</summary>
sealed record Wanted(TypedQuery Typed, IReadOnlyList<SearchedSpace> Spaces, TopicFilter Filter, bool IsByDate)
{
    /// <summary>To be disposed of.</summary>
    public TopicCollector Collector() => new(Filter, IsByDate);
}
