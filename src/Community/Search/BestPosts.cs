using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Keeps the few best matching posts of the spaces that may be searched, of equals the newer. Where very many match, the first of them must do.</summary>
sealed class BestPosts(IReadOnlySet<long> spaces, int most) : ICollector
{
    const int MostMet = 100_000;

    readonly PriorityQueue<SegmentPost, (float Score, long At)> worstFirst = new();

    Scorer scorer = null!;
    SegmentPost[] posts = [];
    int met;

    public bool AcceptsDocsOutOfOrder => true;

    /// <summary>Best first.</summary>
    public IReadOnlyList<SegmentPost> Best => [.. worstFirst.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => posts = SegmentPosts.Of(context.AtomicReader).Rows;

    public void Collect(int doc)
    {
        if (++met > MostMet) throw new CollectionTerminatedException();

        ref readonly var post = ref posts[doc];
        if (post.TopicId == 0 || !spaces.Contains(post.SpaceId)) return;

        var place = (Priors.OfSubject(post, scorer.GetScore(), 0), post.At);
        if (worstFirst.Count < most) worstFirst.Enqueue(post, place);
        else if (worstFirst.TryPeek(out _, out var least) && place.CompareTo(least) > 0) worstFirst.EnqueueDequeue(post, place);
    }
}
