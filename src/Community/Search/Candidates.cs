using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Keeps the best posts while they are collected, and asks of those alone what costs too much to ask of all.</summary>
/// <param name="most">More than people page through: what stands behind them is ordered by its words alone.</param>
sealed class Candidates(int most)
{
    /// <summary>Where topics are only counted.</summary>
    public const int None = 0;

    /// <summary>For a few words.</summary>
    public const int Few = 100;

    /// <summary>For the description of a subject, whose best posts may use other words.</summary>
    public const int Many = 300;

    readonly PriorityQueue<(int Doc, float Score), float> worstFirst = new(most);

    (int Doc, float Score)[]? kept;

    /// <summary>Only what has a better score is kept.</summary>
    public float Least { get; private set; } = most == 0 ? float.PositiveInfinity : float.NegativeInfinity;

    /// <param name="doc">In the whole index.</param>
    public void Keep(int doc, float score)
    {
        if (score <= Least) return;

        if (worstFirst.Count < most) worstFirst.Enqueue((doc, score), score);
        else worstFirst.EnqueueDequeue((doc, score), score);
        if (worstFirst.Count == most) Least = worstFirst.Peek().Score;
    }

    /// <summary>Adds to each what these words give it.</summary>
    public void Raise(IndexSearcher searcher, InFields words)
    {
        var weight = searcher.CreateNormalizedWeight(words);
        Raise(searcher, segment => weight.GetScorer(segment, null) is { } scorer ? doc => (scorer.DocID < doc ? scorer.Advance(doc) : scorer.DocID) == doc ? scorer.GetScore() : 0 : _ => 0);
    }

    /// <summary>Adds to each what the rows that are in it give it.</summary>
    public void Raise(IndexSearcher searcher, IReadOnlyList<WordRow> rows)
    {
        if (rows.Count == 0) return;

        var words = new WordRows(rows, searcher);
        Raise(searcher, segment => words.In(segment).Score);
    }

    void Raise(IndexSearcher searcher, Func<AtomicReaderContext, Func<int, float>> scoresIn)
    {
        AtomicReaderContext? segment = null;
        Func<int, float> scores = _ => 0;
        foreach (ref var post in Kept.AsSpan())
        {
            var leaf = LeafOf(searcher, post.Doc);
            if (leaf != segment) (segment, scores) = (leaf, scoresIn(leaf));
            post.Score += scores(post.Doc - leaf.DocBase);
        }
    }

    /// <summary>All of them, in the order of documents.</summary>
    public IEnumerable<(int Doc, SegmentPost Post, float Score, float Reports)> Posts(IndexSearcher searcher)
    {
        foreach (var (doc, score) in Kept)
        {
            var leaf = LeafOf(searcher, doc);
            var posts = SegmentPosts.Of(leaf.AtomicReader);
            yield return (doc, posts.Rows[doc - leaf.DocBase], score, posts.Reports.GetValueOrDefault(doc - leaf.DocBase));
        }
    }

    (int Doc, float Score)[] Kept => kept ??= [.. worstFirst.UnorderedItems.Select(item => item.Element).OrderBy(item => item.Doc)];

    static AtomicReaderContext LeafOf(IndexSearcher searcher, int doc) => searcher.TopReaderContext.Leaves[ReaderUtil.SubIndex(doc, searcher.TopReaderContext.Leaves)];
}
