using Lucene.Net.Search;

namespace Community.Search;

/// <summary>A request as a query and a filter for one reader, ready to be asked of any index.</summary>
/// <param name="Spaces">What the reader may search.</param>
sealed record PreparedSearch(SearchRequest Request, QueryText Typed, PostQuery Query, TopicFilter Filter, Priors Priors, IReadOnlyList<SearchedSpace> Spaces)
{
    /// <summary>From 1.</summary>
    public int Page { get; } = Math.Clamp(Request.Page, 1, SearchRequest.MaxPage);

    bool IsByDate => Request.Sort == SearchSort.Newest || !Query.HasText;

    /// <summary>Whether posts count that use other words of the same subject.</summary>
    public bool WantsRelated => Query.DescribesSubject && !IsByDate;

    /// <summary>To be disposed.</summary>
    public TopicCollector Collect(IndexSearcher searcher)
    {
        var collector = new TopicCollector(Filter, Priors, IsByDate, Page * SearchRequest.PageSize, WantsRelated ? Candidates.Many : Candidates.Few);
        searcher.Search(Query.Query, collector);
        collector.Raise(searcher, Query.Bonus);
        return collector;
    }

    /// <summary>How many topics fit.</summary>
    public int Count(IndexSearcher searcher)
    {
        using var collector = new TopicCollector(Filter, Priors, false, 0, Candidates.None);
        searcher.Search(Query.Query, collector);
        collector.End();
        return collector.Total;
    }
}

/// <summary>A space that the reader may search.</summary>
sealed record SearchedSpace(long Id, string Slug, string Name);
