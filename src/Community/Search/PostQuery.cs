using Lucene.Net.Index;
using Lucene.Net.Search;
using SynonymSets = Community.Glossary.SynonymSets;

namespace Community.Search;

/// <summary>Makes a Lucene query of what was typed, by hand: no text can make it fail or grow beyond <see cref="QueryText.MaxWords"/> words in three fields.</summary>
sealed class PostQuery
{
    /// <summary>Who quotes more, or writes more words beside it, quotes as a paragraph does: no phrase need be there.</summary>
    const int MaxPhrases = 4;
    const int MostBesidePhrases = 8;

    /// <summary>More words than these are hardly anywhere in a row; two by two they may be.</summary>
    const int MostInARow = 24;

    static readonly (string Name, float Weight)[] Everywhere = [(Fields.Text, 1), (Fields.Head, Ranking.Head), (Fields.Author, Ranking.Author)];

    static readonly (string Name, float Weight)[] InTitles = [(Fields.Head, 1)];

    readonly QueryText typed;
    readonly CommunityAnalyzer analyzer;
    readonly List<AnalysedUnit> telling;

    /// <param name="synonyms">What the reader's glossary calls otherwise; null for none.</param>
    /// <param name="isStrict">All telling words must be there: nobody ranks what is told one by one.</param>
    public PostQuery(QueryText typed, CommunityAnalyzer analyzer, SynonymSets? synonyms = null, bool isStrict = false)
    {
        (this.typed, this.analyzer) = (typed, analyzer);
        var units = Analysed(isExcluded: false);
        var loose = units.FindAll(unit => !unit.IsRequired);
        var required = units.FindAll(unit => unit.IsRequired);

        // In a whole paragraph quotation marks are only that; in a search they say what must be there.
        if (required.Count > MaxPhrases || loose.Count(unit => !unit.IsStop) > MostBesidePhrases) (units, loose, required) = (Unquoted(units), Unquoted(units), []);

        if (synonyms is not null) Widen(units, synonyms);
        telling = loose.FindAll(unit => !unit.IsStop);
        if (telling.Count == 0 && required.Count == 0) telling = loose;
        var counted = telling.GroupBy(unit => unit.Key).Select(same => (Unit: same.First(), Times: same.Count())).ToList();
        Wanted = [.. counted.Select(unit => unit.Unit), .. required];

        var saysNothing = Wanted.Count == 0 && typed.Units.Any(unit => !unit.IsExcluded);
        Query = saysNothing ? new BooleanQuery() : Build(counted, required, isStrict);
        Bonus = saysNothing || units.Count < 2 || typed.InTitle ? [] : Together(units);
    }

    /// <summary>Fits nothing when what was typed has no word in it.</summary>
    public Query Query { get; }

    /// <summary>
    /// What is added where the words stand in a row, all of them or two by two; nothing of a single word. It finds nothing by itself, so it is asked only of the
    /// best (<see cref="Candidates"/>): where words stand costs more to know than whether they do.
    /// </summary>
    public IReadOnlyList<WordRow> Bonus { get; }

    /// <summary>What is looked for, each once: telling words and phrases.</summary>
    public IReadOnlyList<AnalysedUnit> Wanted { get; }

    /// <summary>The terms that an excerpt shows marked.</summary>
    public HashSet<string> Marks => [.. Wanted.SelectMany(unit => unit.Marks)];

    /// <summary>False when only filters were typed: everything fits, and the newest comes first.</summary>
    public bool HasText => Wanted.Count > 0;

    /// <summary>Whether so much was typed that it describes a subject: then posts count that use the words of the best ones (<see cref="RelatedWords"/>).</summary>
    public bool DescribesSubject => telling.Count >= Ranking.FewestToDescribe && !typed.InTitle;

    List<AnalysedUnit> Analysed(bool isExcluded) =>
        [.. typed.Units.Where(unit => unit.IsExcluded == isExcluded).Select(unit => (unit.HasPhrase, Words: Analysed(unit.Any))).Where(unit => unit.Words.Count > 0).Select(unit => new AnalysedUnit(unit.Words, unit.HasPhrase))];

    List<AnalysedWord> Analysed(IEnumerable<QueryWord> words) => [.. words.Select(word => new AnalysedWord(word, analyzer)).Where(word => word.HasTerms)];

    List<AnalysedUnit> Unquoted(List<AnalysedUnit> units) =>
        [.. units.SelectMany(unit => unit.IsRequired ? Analysed(unit.First.Text.Split(' ').Select(word => new QueryWord(word, false))).Select(word => new AnalysedUnit([word], false)) : [unit]).Take(QueryText.MaxWords)];

    /// <summary>Lets the words of a run that the glossary knows be found by its other forms: each of them counts for its part of the run.</summary>
    void Widen(List<AnalysedUnit> units, SynonymSets synonyms)
    {
        var typedWords = units.ConvertAll(unit => Folded.Of(unit.First.Text));
        foreach (var run in synonyms.In(typedWords))
        {
            var others = Analysed(run.Others.Select(other => new QueryWord(other, other.Contains(' ', StringComparison.Ordinal))));
            foreach (var unit in units.GetRange(run.Start, run.Length).Where(unit => !unit.IsRequired))
                foreach (var other in others) unit.AlsoSaid(other, Ranking.Synonym / run.Length);
        }
    }

    Query Build(List<(AnalysedUnit Unit, int Times)> counted, List<AnalysedUnit> required, bool isStrict)
    {
        var fields = typed.InTitle ? InTitles : Everywhere;
        var all = new BooleanQuery(disableCoord: true);
        foreach (var unit in required) all.Add(unit.In(fields), Occur.MUST);
        if (isStrict && counted.Count > 0) foreach (var (unit, _) in counted) all.Add(unit.In(fields), Occur.MUST);
        else if (counted.Count > 0) all.Add(new AnyWord([.. counted.Select(unit => unit.Unit.In(fields, unit.Times))]), required.Count > 0 ? Occur.SHOULD : Occur.MUST);
        else if (required.Count == 0) all.Add(new MatchAllDocsQuery(), Occur.MUST);

        // A title is one for all posts of its topic: the opening stands for them.
        if (typed.InTitle) all.Add(Silent(new TermQuery(new Term(Fields.Part, nameof(Topics.Part.Opening)))), Occur.MUST);
        if (Authors(typed.Wanted) is { } by) all.Add(Silent(by), Occur.MUST);
        List<Query> unwanted = [.. Analysed(isExcluded: true).Select(unit => unit.In(fields))];
        if (Authors(typed.Unwanted) is { } notBy) unwanted.Add(notBy);
        return unwanted.Count == 0 ? all : new Without(all, unwanted);
    }

    /// <summary>Posts whose author's name has these words in a row; null where none was named. It asks the index, and so knows no more names than posts show.</summary>
    BooleanQuery? Authors(QueryNarrowing narrowing)
    {
        var named = narrowing.Authors.Where(name => !IsMe(name)).ToList();
        if (named.Count == 0) return null;

        var any = new BooleanQuery(disableCoord: true);
        foreach (var name in Analysed(named.Select(name => new QueryWord(name, true)))) any.Add(name.In(Fields.Author), Occur.SHOULD);
        return any;
    }

    public static bool IsMe(string name) => name.Equals("me", StringComparison.OrdinalIgnoreCase);

    List<WordRow> Together(List<AnalysedUnit> units)
    {
        var rows = new List<WordRow>();
        var row = units.SelectMany(unit => unit.First.Parts).Take(MostInARow + 1).ToList();
        if (row.Count <= MostInARow) rows.Add(new WordRow(row, row.Count == 2 ? Ranking.Phrase + Ranking.Pair : Ranking.Phrase));
        if (row.Count == 2) return rows;

        var parts = telling.SelectMany(unit => unit.First.Parts).Take(QueryText.MaxWords).ToList();
        rows.AddRange(parts.Zip(parts.Skip(1)).Where(pair => pair.First != pair.Second).Distinct().Select(pair => new WordRow([pair.First, pair.Second], Ranking.Pair)));
        return rows;
    }

    static ConstantScoreQuery Silent(Query query) => new(query) { Boost = 0 };
}
