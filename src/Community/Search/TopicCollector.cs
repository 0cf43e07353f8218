using System.Runtime.InteropServices;
using Community.Topics;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Groups matching posts by topic, keeps each topic's best, and counts facets, all behind the gate.</summary>
sealed class TopicCollector(TopicFilter filter, bool byDate) : ICollector, IDisposable
{
    readonly TopicTable topics = TopicTable.Take();
    readonly Dictionary<string, int> tags = [];

    Scorer scorer = null!;
    readonly Candidates candidates = new();

    SegmentPosts segment = null!;
    int docBase;
    long lastSpace;
    bool lastIsIn;
    int[] tagCounts = [];
    int tagChoice = -1;
    HashSet<int>? tagsAllowed;

    public FacetCounts Counts { get; } = new();

    /// <summary>Topics that fit all choices.</summary>
    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        EndReader();
        (segment, docBase) = (SegmentPosts.Of(context.AtomicReader), context.DocBase);
        tagCounts = new int[segment.Tags.Length];
        tagChoice = filter.Tag is null ? -1 : Ord(filter.Tag);
        tagsAllowed = filter.TagChoice is null ? null : [.. filter.TagChoice.Select(Ord).Where(ord => ord >= 0)];
    }

    public void Collect(int doc)
    {
        ref readonly var post = ref segment.Rows[doc];
        if (post.TopicId == 0 || !IsIn(post.SpaceId)) return;

        ref var match = ref topics.Meet(post.TopicId, out var isNew);
        if (isNew) match.IsIn = Count(doc, post);
        if (!match.IsIn) return;

        var score = scorer.GetScore();
        if (!byDate) candidates.Keep(docBase + doc, score);
        score = post.Weigh(score);
        if (!isNew && (byDate ? (post.At, score).CompareTo((match.At, match.Score)) <= 0 : score < match.Score || score == match.Score && post.At <= match.At)) return;

        match.Become(post, score);
    }

    /// <summary>The gate. Posts stand in the index by topic, so that mostly the same space is asked for again.</summary>
    bool IsIn(long spaceId)
    {
        if (spaceId != lastSpace) (lastSpace, lastIsIn) = (spaceId, filter.Spaces.Contains(spaceId) && filter.SpaceChoice?.Contains(spaceId) != false);
        return lastIsIn;
    }

    /// <summary>Adds what the best posts have beyond their words; not to a list by date.</summary>
    public void Rescore(IndexSearcher searcher, Query? bonus)
    {
        if (bonus is null || byDate) return;

        foreach (var (post, score) in candidates.Rescored(searcher, bonus))
        {
            ref var match = ref topics.Meet(post.TopicId, out _);
            if (score > match.Score || score == match.Score && post.At > match.At) match.Become(post, score);
        }
    }

    /// <summary>The best <paramref name="count"/>, best first.</summary>
    public List<(long TopicId, TopicMatch Match)> Best(int count)
    {
        EndReader();
        var worstFirst = new PriorityQueue<(long TopicId, TopicMatch Match), (double, double, long)>();
        foreach (var (topicId, match) in topics.All)
        {
            if (!match.IsIn) continue;

            var rank = byDate ? (match.At, match.Score, topicId) : ((double)match.Score, (double)match.At, topicId);
            if (worstFirst.Count < count) worstFirst.Enqueue((topicId, match), rank);
            else if (worstFirst.TryPeek(out _, out var worst) && rank.Item1 >= worst.Item1) worstFirst.EnqueueDequeue((topicId, match), rank);
            if (match.AuthorId != 0) CollectionsMarshal.GetValueRefOrAddDefault(topics.Authors, match.AuthorId, out _)++;
        }

        var best = new List<(long, TopicMatch)>(worstFirst.Count);
        while (worstFirst.TryDequeue(out var next, out _)) best.Add(next);
        best.Reverse();
        (Counts.Tags, Counts.Authors) = (tags, topics.Authors);
        return best;
    }

    public void Dispose() => topics.GiveBack();

    /// <summary>Counts a topic once, by the first post met: what is counted is the same in all of them. A facet ignores its own choice.</summary>
    bool Count(int doc, in SegmentPost post)
    {
        var topicKind = (TopicKind)post.Kind;
        if (filter.KindChoice?.Contains(topicKind) == false) return false;

        var ords = segment.TagsOf(doc);
        if (tagsAllowed is not null && !IsAllowed(ords)) return false;

        var fitsKind = filter.Kind is null || filter.Kind == topicKind;
        var fitsSpace = filter.Space is null || filter.Space == post.SpaceId;
        var fitsTag = filter.Tag is null || ords.Contains(tagChoice);
        if (fitsSpace && fitsTag) Counts.Kinds[post.Kind]++;
        if (fitsKind && fitsTag) CollectionsMarshal.GetValueRefOrAddDefault(Counts.Spaces, post.SpaceId, out _)++;
        if (fitsKind && fitsSpace) foreach (var ord in ords) tagCounts[ord]++;
        if (!fitsKind || !fitsSpace || !fitsTag) return false;

        Counts.States[post.State]++;
        Total++;
        return true;
    }

    bool IsAllowed(ReadOnlySpan<int> ords)
    {
        foreach (var ord in ords)
            if (tagsAllowed!.Contains(ord)) return true;

        return false;
    }

    int Ord(string name) => Array.IndexOf(segment.Tags, name);

    void EndReader()
    {
        for (var ord = 0; ord < tagCounts.Length; ord++)
            if (tagCounts[ord] > 0) CollectionsMarshal.GetValueRefOrAddDefault(tags, segment.Tags[ord], out _) += tagCounts[ord];

        tagCounts = [];
    }
}
