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
        foreach (var word in words) Marks.UnionWith(word.Marks);
    }

    /// <summary>The terms that fit, as they are found in a title.</summary>
    public HashSet<string> Marks { get; } = [];

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
        foreach (var stem in TermsByPrefix.Of(reader, Fields.Word, last.Prefix, MostInTexts).Select(term => term.Text).Prepend(last.Prefix).SelectMany(Stems).Distinct()) any.Add(new TermQuery(new Term(Fields.Text, stem)));
        all.Add(any, Occur.MUST);
        return all;
    }

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
        {
            any.Add(new ConstantScoreQuery(new TermQuery(new Term(field, term.Text))));
            Marks.UnionWith(Stems(term.Text));
        }

        return any;
    }

    IEnumerable<string> Stems(string word) => new AnalysedWord(new QueryWord(word, false), analyzer).Marks;
}
