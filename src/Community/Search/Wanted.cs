namespace Community.Search;

/// <summary>What a reader asks, made ready to be put to any index of posts: the query, and what of its finds the reader may see and has chosen.</summary>
sealed record Wanted(QueryText Typed, PostQuery Query, IReadOnlyList<SearchedSpace> Spaces, TopicFilter Filter, bool IsByDate)
{
    /// <summary>To be disposed of.</summary>
    public TopicCollector Collector() => new(Filter, IsByDate);
}
