using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>A typed word or phrase as terms. A joined word fits whole, without its joints, as its parts in a row, or, for less, by one of its parts.</summary>
sealed class AnalysedWord
{
    const int MostParts = 4;

    static readonly char[] Punctuation = [.. ".,;:?!()[]{}"];

    readonly List<string> wholes;
    readonly bool isPhrase;

    public AnalysedWord(QueryWord word, CommunityAnalyzer analyzer)
    {
        (Text, isPhrase) = (word.Text, word.IsPhrase);
        var terms = Terms.Of(analyzer, word.Text);
        Parts = [.. terms.Where(term => !term.IsWhole).Take(QueryText.MaxWords).Select(term => term.Text)];

        // Where there is more than one joined word, their parts in a row say it all.
        var isOneWord = terms.Where(term => term.IsWhole).Select(term => term.Position).Distinct().Count() == 1 && terms[0].IsWhole && terms.All(term => term.End <= terms[0].End);
        wholes = isOneWord ? [.. terms.Where(term => term.IsWhole).Select(term => term.Text).Distinct()] : [];
    }

    public string Text { get; }

    public List<string> Parts { get; }

    public bool HasTerms => Parts.Count > 0;

    /// <summary>A word that says nothing by itself.</summary>
    public bool IsStop => !isPhrase && StopWords.Has(Text.Trim(Punctuation));

    /// <summary>What of it is marked in an excerpt.</summary>
    public IEnumerable<string> Marks => wholes.Concat(Parts.Where(part => !StopWords.Has(part) || Parts.Count == 1));

    public Query In(string field)
    {
        if (Parts.Count == 1 && wholes.Count == 0) return new WordQuery(new Term(field, Parts[0]));

        if (isPhrase && wholes.Count == 0) return Row(field);

        var any = new DisjunctionMaxQuery(0);
        foreach (var whole in wholes) any.Add(new WordQuery(new Term(field, whole)));
        if (Parts.Count == 1) return any;

        var row = Row(field);
        if (wholes.Count > 0) row.Boost = Ranking.InParts;
        any.Add(row);
        if (isPhrase) return any;

        foreach (var part in Parts.Where(part => !StopWords.Has(part)).Distinct().Take(MostParts)) any.Add(new WordQuery(new Term(field, part)) { Boost = Ranking.APart });
        return any;
    }

    Query Row(string field)
    {
        if (Parts.Count == 1) return new WordQuery(new Term(field, Parts[0]));

        var row = new PhraseQuery();
        foreach (var part in Parts) row.Add(new Term(field, part));
        return row;
    }
}
