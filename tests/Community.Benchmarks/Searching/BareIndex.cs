using Community.Search;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Community.Benchmarks.Searching;

/// <summary>Lucene's own writer in a folder of its own, which is gone in the end.</summary>
sealed class BareIndex : IDisposable
{
    readonly DirectoryInfo folder;
    readonly FSDirectory directory;
    readonly IndexWriter writer;

    public BareIndex(string beside, IMergeScheduler merges)
    {
        folder = System.IO.Directory.CreateDirectory(Path.Combine(beside, "bare"));
        directory = FSDirectory.Open(folder);
        writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new CommunityAnalyzer()) { RAMBufferSizeMB = 48, MergeScheduler = merges });
    }

    public int Count { get; private set; }

    public void Add(IEnumerable<IEnumerable<IIndexableField>> documents)
    {
        foreach (var document in documents)
        {
            writer.AddDocument(document);
            Count++;
        }
    }

    public void Commit() => writer.Commit();

    public void Dispose()
    {
        writer.Dispose();
        directory.Dispose();
        folder.Delete(recursive: true);
    }
}
