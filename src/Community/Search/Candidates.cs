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

    /// <summary>Adds to each what <paramref name="bonus"/> gives it.</summary>
    public void Raise(IndexSearcher searcher, Query bonus)
    {
        var weight = searcher.CreateNormalizedWeight(bonus);
        (AtomicReaderContext? segment, Scorer? scorer) = (null, null);
        // Where only candidates are accepted, nothing looks for words in a row between one and the next. Single words skip to the next by themselves.
        var places = bonus is InFields ? null : new CandidateBits([.. Kept.Select(post => post.Doc)]);
        foreach (ref var post in Kept.AsSpan())
        {
            var leaf = LeafOf(searcher, post.Doc);
            if (leaf != segment) (segment, scorer) = (leaf, weight.GetScorer(leaf, places?.In(leaf)));
            var inSegment = post.Doc - leaf.DocBase;
            if (scorer is not null && (scorer.DocID < inSegment ? scorer.Advance(inSegment) : scorer.DocID) == inSegment) post.Score += scorer.GetScore();
        }
    }

    /// <summary>All of them, in the order of documents.</summary>
    public IEnumerable<(int Doc, SegmentPost Post, float Score)> Posts(IndexSearcher searcher)
    {
        foreach (var (doc, score) in Kept)
        {
            var leaf = LeafOf(searcher, doc);
            yield return (doc, SegmentPosts.Of(leaf.AtomicReader).Rows[doc - leaf.DocBase], score);
        }
    }

    (int Doc, float Score)[] Kept => kept ??= [.. worstFirst.UnorderedItems.Select(item => item.Element).OrderBy(item => item.Doc)];

    static AtomicReaderContext LeafOf(IndexSearcher searcher, int doc) => searcher.TopReaderContext.Leaves[ReaderUtil.SubIndex(doc, searcher.TopReaderContext.Leaves)];
}
