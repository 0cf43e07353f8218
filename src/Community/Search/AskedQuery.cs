using Community.Glossary;

namespace Community.Search;

/// <summary>What was typed, and the query that it is: the same for every reader.</summary>
sealed record AskedQuery(QueryText Text, PostQuery Posts)
{
    static readonly CommunityAnalyzer Analyzer = new();

    public static AskedQuery Of(SearchRequest request, SynonymSets? synonyms, DateTime now)
    {
        var text = request.IsProse ? QueryText.OfProse(request.Text) : QueryText.Of(request.Text, now);
        return new AskedQuery(text, new PostQuery(text, Analyzer, synonyms));
    }

    /// <summary>That wants all of its telling words.</summary>
    public static AskedQuery Strictly(string typed, DateTime now)
    {
        var text = QueryText.Of(typed, now);
        return new AskedQuery(text, new PostQuery(text, Analyzer, isStrict: true));
    }
}
