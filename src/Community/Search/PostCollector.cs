using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Keeps the best matching posts, each for itself, of what may be searched.</summary>
/// <param name="topicId">Of this topic alone; null for all.</param>
sealed class PostCollector(TopicFilter filter, int most = Candidates.Few, long? topicId = null) : ICollector
{
    readonly Candidates candidates = new(most);

    Scorer scorer = null!;
    SegmentPost[] posts = null!;
    int docBase;

    /// <summary>How many fit.</summary>
    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => (posts, docBase) = (SegmentPosts.Of(context.AtomicReader).Rows, context.DocBase);

    public void Collect(int doc)
    {
        ref readonly var post = ref posts[doc];
        if (post.TopicId == 0 || topicId is not null && post.TopicId != topicId || !filter.Spaces.Contains(post.SpaceId) || filter.LimitsPosts && !filter.Takes(post)) return;

        Total++;
        candidates.Keep(docBase + doc, scorer.GetScore());
    }

    /// <summary>The best first.</summary>
    /// <param name="weigh">What a post is worth beside its words.</param>
    public IReadOnlyList<PostMatch> Best(IndexSearcher searcher, IReadOnlyList<WordRow> bonus, WeighPost weigh)
    {
        candidates.Raise(searcher, bonus);
        return [.. candidates.Posts(searcher).Select(c => new PostMatch(c.Post.Id, weigh(c.Post, c.Score, c.Reports))).OrderByDescending(c => c.Score).ThenBy(c => c.PostId)];
    }
}

/// <summary>The score of a post, given that of its words, and what its reports add up to.</summary>
delegate float WeighPost(in SegmentPost post, float score, float reports);

/// <summary>A post and how well it fits; before the gate.</summary>
public sealed record PostMatch(long PostId, float Score);
