namespace Community.Search;

/// <summary>What was typed, and the query that it is: the same for every reader.</summary>
sealed record TypedQuery(QueryText Text, PostQuery Posts)
{
    static readonly CommunityAnalyzer Analyzer = new();

    public static TypedQuery Of(SearchRequest request, DateTime now)
    {
        var text = request.IsProse ? QueryText.OfProse(request.Text, now) : QueryText.Of(request.Text, now);
        return new TypedQuery(text, new PostQuery(text, Analyzer));
    }

    /// <summary>That wants all of its telling words.</summary>
    public static TypedQuery Strictly(string typed, DateTime now)
    {
        var text = QueryText.Of(typed, now);
        return new TypedQuery(text, new PostQuery(text, Analyzer, isStrict: true));
    }
}
