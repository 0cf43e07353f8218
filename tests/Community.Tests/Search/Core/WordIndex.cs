using Community.Search;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Fields = Community.Search.Fields;

namespace Community.Tests.Search.Core;

/// <summary>A Lucene index in memory, in as many segments as it is told, with the site's own measure.</summary>
sealed class WordIndex : IDisposable
{
    readonly RAMDirectory directory = new();
    readonly IndexWriter writer;

    DirectoryReader? reader;
    int count;

    public WordIndex() => writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new WhitespaceAnalyzer(LuceneVersion.LUCENE_48))
    {
        MergePolicy = NoMergePolicy.COMPOUND_FILES,
        Similarity = Ranking.Similarity,
        MaxBufferedDocs = IndexWriterConfig.DISABLE_AUTO_FLUSH,
        RAMBufferSizeMB = 256,
    });

    public DirectoryReader Reader => reader ??= DirectoryReader.Open(writer, applyAllDeletes: true);

    public IndexSearcher Searcher => new(Reader) { Similarity = Ranking.Similarity };

    /// <summary>So many documents in each of some segments, of a few frequent words "w0", "w1" and many rare ones; a tenth is deleted.</summary>
    public static WordIndex OfChance(Random random, int words, params int[] segments)
    {
        var index = new WordIndex();
        foreach (var documents in segments)
        {
            for (var i = 0; i < documents; i++) index.Add(Text(random, words, 12), Text(random, words, 3), Text(random, words, 1));
            index.EndSegment();
        }

        for (var doc = 0; doc < index.count; doc++)
            if (random.Next(10) == 0) index.Delete(doc);
        return index;
    }

    /// <summary>Returns what it is deleted by.</summary>
    public int Add(string text, string head = "", string author = "", params IIndexableField[] more)
    {
        var document = new Document { new StringField(Fields.Key, $"{count}", Field.Store.NO), new TextField(Fields.Text, text, Field.Store.NO), new TextField(Fields.Head, head, Field.Store.NO), new TextField(Fields.Author, author, Field.Store.NO) };
        foreach (var field in more) document.Add(field);
        writer.AddDocument(document);
        return count++;
    }

    public void EndSegment() => writer.Flush(triggerMerge: false, applyAllDeletes: false);

    public void Delete(int number) => writer.DeleteDocuments(new Term(Fields.Key, $"{number}"));

    /// <summary>What fits and how well, as Lucene asks for it.</summary>
    public List<(int Doc, float Score)> Found(Query query)
    {
        var found = new Collected();
        Searcher.Search(query, found);
        return found.Docs;
    }

    /// <summary>The same, document by document.</summary>
    public List<(int Doc, float Score)> OneByOne(Query query)
    {
        var (weight, found) = (Searcher.CreateNormalizedWeight(query), new List<(int, float)>());
        foreach (var leaf in Reader.Leaves)
        {
            if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer) continue;

            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc()) found.Add((leaf.DocBase + doc, scorer.GetScore()));
        }

        return found;
    }

    public void Dispose()
    {
        reader?.Dispose();
        writer.Dispose();
        directory.Dispose();
    }

    /// <summary>The lower its number, the more frequent a word.</summary>
    static string Text(Random random, int words, int most) => string.Join(' ', Enumerable.Range(0, random.Next(most + 1)).Select(_ => $"w{(int)(words * Math.Pow(random.NextDouble(), 3))}"));
}

/// <summary>Keeps all that is found.</summary>
sealed class Collected : ICollector
{
    Scorer scorer = null!;
    int docBase;

    public List<(int Doc, float Score)> Docs { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

    public void Collect(int doc) => Docs.Add((docBase + doc, scorer.GetScore()));
}
