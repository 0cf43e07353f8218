using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Makes a Lucene query of what was typed, by hand: no text can make it fail or grow beyond <see cref="QueryText.MaxWords"/> words in four fields.</summary>
sealed class PostQuery
{
    const int MaxPhrases = 8;

    static readonly (string Name, float Weight)[] Everywhere = [(Fields.Title, Ranking.Title), (Fields.Body, Ranking.Body), (Fields.Tags, Ranking.Tags), (Fields.Author, Ranking.Author)];
    static readonly (string Name, float Weight)[] Running = [(Fields.Title, Ranking.Title), (Fields.Body, Ranking.Body)];

    public PostQuery(QueryText typed, CommunityAnalyzer analyzer)
    {
        var words = typed.Words.Where(word => !word.IsExcluded && !word.IsPhrase).Select(word => new AnalysedWord(word, analyzer)).Where(word => word.HasTerms).ToList();
        var phrases = typed.Words.Where(word => !word.IsExcluded && word.IsPhrase).Take(MaxPhrases).Select(word => new AnalysedWord(word, analyzer)).Where(word => word.HasTerms).ToList();
        var excluded = typed.Words.Where(word => word.IsExcluded).Select(word => new AnalysedWord(word, analyzer)).Where(word => word.HasTerms).ToList();
        var telling = words.Where(word => !StopWords.Has(word.Text)).DistinctBy(word => word.Text.ToLowerInvariant()).ToList();
        if (telling.Count == 0 && phrases.Count == 0) telling = [.. words.DistinctBy(word => word.Text.ToLowerInvariant())];

        Marks = [.. telling.Concat(phrases).SelectMany(word => word.Marks)];
        HasText = telling.Count + phrases.Count > 0;
        var saysNothing = !HasText && typed.Words.Any(word => !word.IsExcluded);
        Query = saysNothing ? [] : Build(telling, phrases, excluded);
        Bonus = saysNothing || words.Count < 2 ? null : Together(words, telling);
    }

    /// <summary>Fits nothing when what was typed has no word in it.</summary>
    public BooleanQuery Query { get; }

    /// <summary>
    /// What is added where the words stand in a row, or near each other; null of a single word. It finds nothing by itself, so it is asked only of the best
    /// (<see cref="Candidates"/>): where words stand costs more to know than whether they do.
    /// </summary>
    public BooleanQuery? Bonus { get; }

    /// <summary>The terms that an excerpt shows marked.</summary>
    public HashSet<string> Marks { get; }

    /// <summary>False when only filters were typed: everything fits, and the newest comes first.</summary>
    public bool HasText { get; }

    static BooleanQuery Build(List<AnalysedWord> telling, List<AnalysedWord> phrases, List<AnalysedWord> excluded)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var phrase in phrases) all.Add(Best(Everywhere, field => phrase.In(field)), Occur.MUST);
        if (telling.Count > 0) all.Add(AnyOf(telling), phrases.Count > 0 ? Occur.SHOULD : Occur.MUST);
        else if (phrases.Count == 0) all.Add(new MatchAllDocsQuery(), Occur.MUST);
        foreach (var word in excluded) all.Add(Best(Everywhere, field => word.In(field)), Occur.MUST_NOT);
        return all;
    }

    static BooleanQuery Together(List<AnalysedWord> words, List<AnalysedWord> telling)
    {
        var bonus = new BooleanQuery(disableCoord: true) { { Best(Running, field => InARow(words, field, 0, Ranking.Phrase)), Occur.SHOULD } };
        if (telling.Count is > 1 and <= Ranking.MostNear) bonus.Add(Best(Running, field => InARow(telling, field, Ranking.NearWords, Ranking.Near)), Occur.SHOULD);
        return bonus;
    }

    static AnyWord AnyOf(List<AnalysedWord> words) => new([.. words.Select(word => Best(Everywhere, word.In))]);

    static BestField Best((string Name, float Weight)[] fields, Func<string, Query> query) => new([.. fields.Select(field =>
    {
        var one = query(field.Name);
        one.Boost *= field.Weight;
        return one;
    })]);

    // A sloppy phrase with a word twice costs the square of its occurrences: those come without doubles, and few.
    static PhraseQuery InARow(List<AnalysedWord> words, string field, int slop, float boost)
    {
        var phrase = new PhraseQuery { Slop = slop, Boost = boost };
        var parts = words.SelectMany(word => word.Parts);
        foreach (var part in (slop > 0 ? parts.Distinct() : parts).Take(QueryText.MaxWords)) phrase.Add(new Term(field, part));
        return phrase;
    }
}
