using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Community.Evaluation;

/// <summary>What the product is compared with: one field, English stems and stop words, any word, BM25 with its usual 1.2 and 0.75.</summary>
sealed class PlainBm25 : IDisposable
{
    readonly RAMDirectory directory = new();
    readonly EnglishAnalyzer analyzer = new(LuceneVersion.LUCENE_48);
    readonly DirectoryReader reader;
    readonly IndexSearcher searcher;
    readonly IReadOnlyList<JudgedDocument> documents;

    public PlainBm25(IReadOnlyList<JudgedDocument> documents)
    {
        this.documents = documents;
        var similarity = new BM25Similarity(1.2f, 0.75f);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = similarity }))
            foreach (var document in documents) writer.AddDocument([new TextField("text", document.Title + " " + document.Text, Field.Store.NO)]);

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = similarity };
    }

    /// <summary>The documents that fit, best first, with their scores.</summary>
    public IReadOnlyList<(JudgedDocument Document, float Score)> Search(string text, int most)
    {
        BooleanQuery.MaxClauseCount = 10_000;
        var query = new BooleanQuery();
        foreach (var word in Words(text)) query.Add(new TermQuery(new Term("text", word)), Occur.SHOULD);
        return [.. searcher.Search(query, most).ScoreDocs.Select(hit => (documents[hit.Doc], hit.Score))];
    }

    public void Dispose()
    {
        reader.Dispose();
        directory.Dispose();
        analyzer.Dispose();
    }

    List<string> Words(string text)
    {
        var words = new List<string>();
        using var stream = analyzer.GetTokenStream("text", text);
        var term = stream.AddAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken()) words.Add(term.ToString());
        stream.End();
        return words;
    }
}
