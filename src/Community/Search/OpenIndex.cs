using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>An index opened by the one who may write it. Not for two threads, but for <see cref="Manager"/>.</summary>
sealed class OpenIndex : IDisposable
{
    const string CheckpointKey = "checkpoint";
    const string VersionKey = "version";

    /// <summary>A search looks each of its words up in every segment, so that few are kept: writing is the rarer thing here.</summary>
    const int SegmentsATier = 4;

    readonly IndexFiles directory;
    readonly QuietMerges merges = new();

    List<(string Path, long Length)> committed = [];

    /// <exception cref="Exception">Of many kinds, when the folder holds something else than a whole index.</exception>
    public OpenIndex(string path)
    {
        directory = new IndexFiles(path);
        var config = new IndexWriterConfig(CommunityAnalyzer.Lucene, new CommunityAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            Similarity = Ranking.Similarity,
            RAMBufferSizeMB = 48,
            MergeScheduler = merges,
            CheckIntegrityAtMerge = true,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = SegmentsATier, MaxMergeAtOnce = SegmentsATier },
            MergedSegmentWarmer = new Warmer(),
        };
        try
        {
            Writer = new IndexWriter(directory, config);
            Manager = new SearcherManager(Writer, applyAllDeletes: true, searcherFactory: new Searchers());
        }
        catch
        {
            Writer?.Rollback();
            directory.Dispose();
            throw;
        }

        committed = CommittedFiles();
        var read = committed.Count == 0 ? null : CheckpointOf(Writer.CommitData);
        (IsComplete, Checkpoint) = (read is not null, read ?? 0);
    }

    public IndexWriter Writer { get; }

    public SearcherManager Manager { get; }

    /// <summary>The last event whose effects are in <see cref="Writer"/>.</summary>
    public long Checkpoint { get; private set; }

    /// <summary>False for a new index and for one of another version: it must be rebuilt.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Something was written that is not committed.</summary>
    public bool IsDirty { get; private set; }

    /// <summary>Null when the index is of another version.</summary>
    public static long? CheckpointOf(IDictionary<string, string> commitData) =>
        commitData.TryGetValue(VersionKey, out var version) && version == CommunityAnalyzer.Version
        && commitData.TryGetValue(CheckpointKey, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var checkpoint) ? checkpoint : null;

    /// <summary>Shows what was written to searches.</summary>
    public void Show(long checkpoint)
    {
        Checkpoint = checkpoint;
        IsDirty = true;
        Manager.MaybeRefreshBlocking();
    }

    /// <summary>Makes it lasting, together with the checkpoint: they cannot disagree.</summary>
    public void Commit()
    {
        merges.ThrowIfFailed();
        Writer.SetCommitData(new Dictionary<string, string>
        {
            [CheckpointKey] = Checkpoint.ToString(CultureInfo.InvariantCulture),
            [VersionKey] = CommunityAnalyzer.Version,
        });
        Writer.Commit();
        committed = CommittedFiles();
        (IsDirty, IsComplete) = (false, true);
    }

    /// <summary>Whether every file of the last commit is there in its full length; nobody but the writer has a reason to touch one.</summary>
    public bool IsOnDisk => committed.All(file => new FileInfo(file.Path) is { Exists: true } there && there.Length == file.Length);

    /// <summary>Ends it without keeping what was not committed; <see cref="Manager"/> goes on answering from what it has open.</summary>
    public void Dispose()
    {
        try
        {
            Writer.Rollback();
            merges.Dispose();
        }
        catch (Exception)
        {
            // What is on disk decides; the index is opened anew.
        }
    }

    List<(string Path, long Length)> CommittedFiles()
    {
        if (!DirectoryReader.IndexExists(directory)) return [];

        var segments = new SegmentInfos();
        segments.Read(directory);
        return [.. segments.GetFiles(directory, includeSegmentsFile: true).Select(name => new FileInfo(Path.Combine(directory.Directory.FullName, name))).Select(file => (file.FullName, file.Length))];
    }

    /// <summary>A merge fails on its own thread, where an exception would end the process.</summary>
    sealed class QuietMerges : ConcurrentMergeScheduler
    {
        Exception? failed;

        public void ThrowIfFailed()
        {
            if (failed is { } error) throw new InvalidDataException("A merge of index segments failed: " + error.Message, error);
        }

        protected override void HandleMergeException(Exception exc) => failed = exc;
    }

    /// <summary>Before searches see a big segment, not in the first of them.</summary>
    sealed class Warmer : IndexWriter.IndexReaderWarmer
    {
        public override void Warm(AtomicReader reader) => SegmentPosts.Of(reader);
    }

    sealed class Searchers : SearcherFactory
    {
        public override IndexSearcher NewSearcher(IndexReader reader) => new(reader) { Similarity = Ranking.Similarity };
    }
}
