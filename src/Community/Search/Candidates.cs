using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Keeps the best posts while they are collected, and asks of those alone what costs too much to ask of all.</summary>
/// <param name="most">How many are kept.</param>
sealed class Candidates(int most = Candidates.Most)
{
    /// <summary>More than people page through: what stands behind them is ordered without the bonus.</summary>
    const int Most = 100;

    readonly PriorityQueue<(int Doc, float Score), float> worstFirst = new(Math.Min(most, Most));

    float least;

    /// <param name="doc">In the whole index.</param>
    public void Keep(int doc, float score)
    {
        if (worstFirst.Count < most) worstFirst.Enqueue((doc, score), score);
        else if (score > least) worstFirst.EnqueueDequeue((doc, score), score);
        else return;

        if (worstFirst.Count == most) worstFirst.TryPeek(out _, out least);
    }

    /// <summary>All of them with what <paramref name="bonus"/> adds to their score, in the order of documents.</summary>
    public IEnumerable<(SegmentPost Post, float Score)> Rescored(IndexSearcher searcher, Query? bonus)
    {
        var weight = bonus is null ? null : searcher.CreateNormalizedWeight(bonus);
        var leaves = searcher.TopReaderContext.Leaves;
        (AtomicReaderContext? segment, Scorer? scorer) = (null, null);
        var bound = worstFirst.Count <= Most ? float.MinValue : worstFirst.UnorderedItems.Select(item => item.Priority).OrderDescending().ElementAt(Most - 1);
        foreach (var (doc, score) in worstFirst.UnorderedItems.Select(item => item.Element).OrderBy(item => item.Doc))
        {
            var leaf = leaves[ReaderUtil.SubIndex(doc, leaves)];
            if (leaf != segment) (segment, scorer) = (leaf, weight?.GetScorer(leaf, null));
            var inSegment = doc - leaf.DocBase;
            var fits = score >= bound && scorer is not null && (scorer.DocID < inSegment ? scorer.Advance(inSegment) : scorer.DocID) == inSegment;
            var post = SegmentPosts.Of(leaf.AtomicReader).Rows[inSegment];
            yield return (post, post.Weigh(score + (fits ? scorer!.GetScore() : 0)));
        }
    }
}
