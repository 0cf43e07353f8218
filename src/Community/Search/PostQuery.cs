using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Makes a Lucene query of what was typed, by hand: no text can make it fail or grow beyond <see cref="QueryText.MaxWords"/> words in three fields.</summary>
sealed class PostQuery
{
    const int MaxPhrases = 8;

    /// <summary>Beside more words than these, a phrase need not be there.</summary>
    const int MostBesidePhrases = 8;

    static readonly (string Name, float Weight)[] Everywhere = [(Fields.Text, 1), (Fields.Head, Ranking.Head), (Fields.Author, Ranking.Author)];

    /// <param name="isStrict">All telling words must be there, not any of them.</param>
    public PostQuery(QueryText typed, CommunityAnalyzer analyzer, bool isStrict = false)
    {
        var words = Analysed(typed.Words.Where(word => !word.IsExcluded && !word.IsPhrase), analyzer);
        var phrases = Analysed(typed.Words.Where(word => !word.IsExcluded && word.IsPhrase).Take(MaxPhrases), analyzer);
        var excluded = Analysed(typed.Words.Where(word => word.IsExcluded), analyzer);

        // In a whole paragraph quotation marks are only that; in a search they say what must be there.
        if (words.Count(word => !StopWords.Has(word.Text)) > MostBesidePhrases)
        {
            words.AddRange(Analysed(phrases.SelectMany(phrase => phrase.Text.Split(' ')).Select(word => new QueryWord(word, false, false)), analyzer));
            phrases = [];
        }

        var telling = words.Where(word => !StopWords.Has(word.Text)).ToList();
        if (telling.Count == 0 && phrases.Count == 0) telling = words;
        var counted = telling.GroupBy(word => word.Text.ToLowerInvariant()).Select(same => (Word: same.First(), Times: same.Count())).ToList();
        var once = counted.ConvertAll(word => word.Word);

        Marks = [.. once.Concat(phrases).SelectMany(word => word.Marks)];
        HasText = once.Count + phrases.Count > 0;
        var saysNothing = !HasText && typed.Words.Any(word => !word.IsExcluded);
        Query = saysNothing ? [] : Build(counted, phrases, excluded, isStrict);
        Bonus = saysNothing || words.Count < 2 ? null : Together(words, once);
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

    static List<AnalysedWord> Analysed(IEnumerable<QueryWord> words, CommunityAnalyzer analyzer) =>
        [.. words.Select(word => new AnalysedWord(word, analyzer)).Where(word => word.HasTerms).Take(QueryText.MaxWords)];

    static BooleanQuery Build(List<(AnalysedWord Word, int Times)> telling, List<AnalysedWord> phrases, List<AnalysedWord> excluded, bool isStrict)
    {
        var all = new BooleanQuery(disableCoord: true);
        foreach (var phrase in phrases) all.Add(Anywhere(phrase), Occur.MUST);
        if (isStrict && telling.Count > 0) foreach (var word in telling) all.Add(Anywhere(word.Word), Occur.MUST);
        else if (telling.Count > 0) all.Add(new AnyWord([.. telling.Select(word => Anywhere(word.Word, word.Times))]), phrases.Count > 0 ? Occur.SHOULD : Occur.MUST);
        else if (phrases.Count == 0) all.Add(new MatchAllDocsQuery(), Occur.MUST);
        foreach (var word in excluded) all.Add(Anywhere(word), Occur.MUST_NOT);
        return all;
    }

    static BooleanQuery Together(List<AnalysedWord> words, List<AnalysedWord> telling)
    {
        var bonus = new BooleanQuery(disableCoord: true) { { InARow(words, 0, Ranking.Phrase), Occur.SHOULD } };
        if (telling.Count is > 1 and <= Ranking.MostNear) bonus.Add(InARow(telling, Ranking.NearWords, Ranking.Near), Occur.SHOULD);
        return bonus;
    }

    /// <param name="times">How often it was typed: it counts as often.</param>
    static InFields Anywhere(AnalysedWord word, int times = 1) => new([.. Everywhere.Select(field =>
    {
        var one = word.In(field.Name);
        one.Boost *= field.Weight;
        return one;
    })])
    { Boost = times };

    // A sloppy phrase with a word twice costs the square of its occurrences: those come without doubles, and few.
    static PhraseQuery InARow(List<AnalysedWord> words, int slop, float boost)
    {
        var phrase = new PhraseQuery { Slop = slop, Boost = boost };
        var parts = words.SelectMany(word => word.Parts);
        foreach (var part in (slop > 0 ? parts.Distinct() : parts).Take(QueryText.MaxWords)) phrase.Add(new Term(Fields.Text, part));
        return phrase;
    }
}
