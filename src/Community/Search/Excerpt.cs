namespace Community.Search;

/// <summary>Looks for the words of a search in the texts that its results show.</summary>
sealed class Excerpt(HashSet<string> marks) : IDisposable
{
    readonly CommunityAnalyzer analyzer = new(marks);

    public FoundText In(string text) => new(text, marks.Count == 0 ? [] : Terms.Of(analyzer, text, marks));

    public void Dispose() => analyzer.Dispose();
}
