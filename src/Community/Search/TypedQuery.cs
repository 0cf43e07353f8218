using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Queries of a text whose last word is still being typed: each word must be there, the last as a beginning.</summary>
sealed class TypedQuery
{
    const int MostWords = 8;
    const int MostBeginnings = 40;
    const int MostInTexts = 12;

    /// <summary>A beginning of fewer letters is looked for in titles only.</summary>
    const int MinInTexts = 3;

    readonly IndexReader reader;
    readonly CommunityAnalyzer analyzer;
    readonly LastWord last;
    readonly List<AnalysedWord> words;

    public TypedQuery(IndexReader reader, LastWord last, CommunityAnalyzer analyzer)
    {
        (this.reader, this.last, this.analyzer) = (reader, last, analyzer);
        words = [.. last.WordsBefore(analyzer).TakeLast(MostWords)];
        Marks = [.. words.SelectMany(word => word.Marks)];
    }

    /// <summary>What of the words before the last is marked in a title.</summary>
    public IReadOnlyList<string> Marks { get; }

    public bool AsksNothing => words.Count == 0 && last.Prefix.Length == 0;

    /// <summary>Openings whose title or subjects have the words.</summary>
    public Query InTitles()
    {
        var all = new BooleanQuery(disableCoord: true) { { new ConstantScoreQuery(new TermQuery(new Term(Fields.Part, nameof(Topics.Part.Opening)))) { Boost = 0 }, Occur.MUST } };
        foreach (var word in words) all.Add(word.In(Fields.Head), Occur.MUST);
        if (last.Prefix.Length > 0) all.Add(Beginning(Fields.HeadWord), Occur.MUST);
        return all;
    }

    /// <summary>Posts that have the words anywhere; null where that would be too many.</summary>
    public Query? InTexts()
    {
        if (last.Prefix.Length is > 0 and < MinInTexts) return null;

        var all = new BooleanQuery(disableCoord: true);
        foreach (var word in words) all.Add(word.In(Fields.Text), Occur.MUST);
        if (last.Prefix.Length == 0) return all;

        var any = new DisjunctionMaxQuery(0);
        if (Whole(last.Prefix) is { HasTerms: true } prefix) any.Add(prefix.In(Fields.Text));
        foreach (var term in TermsByPrefix.Of(reader, Fields.Word, last.Prefix, MostInTexts).Where(term => term.Text != last.Prefix)) any.Add(Written(term.Text));
        all.Add(any, Occur.MUST);
        return all;
    }

    /// <summary>Posts that have the word as it is written. Its stem or its parts alone would find others, and tell of a word that stands only where the viewer may not look.</summary>
    BooleanQuery Written(string word)
    {
        var written = new BooleanQuery(disableCoord: true) { { new ConstantScoreQuery(new TermQuery(new Term(Fields.Word, word))) { Boost = 0 }, Occur.MUST } };
        if (Whole(word) is { HasTerms: true } terms) written.Add(terms.In(Fields.Text), Occur.MUST);
        return written;
    }

    /// <summary>In a row where it is a joined word.</summary>
    AnalysedWord Whole(string word) => new(new QueryWord(word, true), analyzer);

    /// <summary>People whose name begins so, or who have all the words.</summary>
    public Query People(string typed)
    {
        var all = new BooleanQuery(disableCoord: true) { { new ConstantScoreQuery(new TermQuery(new Term(Fields.Type, Fields.Person))) { Boost = 0 }, Occur.MUST } };
        foreach (var word in words) all.Add(word.In(Fields.Name), Occur.MUST);
        if (last.Prefix.Length > 0) all.Add(Beginning(Fields.NameWord), Occur.MUST);
        return PersonQuery.Of(QueryText.OfProse(typed), analyzer) is { } known ? new DisjunctionMaxQuery([all, known], 0) : all;
    }

    /// <summary>The words of a field that begin like the last one. Only those in most documents are looked for: two letters alone begin thousands.</summary>
    DisjunctionMaxQuery Beginning(string field)
    {
        var any = new DisjunctionMaxQuery(0);
        foreach (var term in TermsByPrefix.Of(reader, field, last.Prefix, MostBeginnings))
            any.Add(new ConstantScoreQuery(new TermQuery(new Term(field, term.Text))));

        return any;
    }
}
