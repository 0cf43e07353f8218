using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>Keeps the best matching posts, each for itself, of the spaces that may be searched.</summary>
sealed class PostCollector(IReadOnlySet<long> spaces, int count) : ICollector
{
    readonly Candidates candidates = new(count);

    Scorer scorer = null!;
    SegmentPost[] posts = null!;
    int docBase;

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context) => (posts, docBase) = (SegmentPosts.Of(context.AtomicReader).Rows, context.DocBase);

    public void Collect(int doc)
    {
        ref readonly var post = ref posts[doc];
        if (post.TopicId != 0 && spaces.Contains(post.SpaceId)) candidates.Keep(docBase + doc, scorer.GetScore());
    }

    /// <summary>The best first.</summary>
    public IReadOnlyList<PostMatch> Best(IndexSearcher searcher, Query? bonus) =>
        [.. candidates.Rescored(searcher, bonus).OrderByDescending(c => c.Score).ThenBy(c => c.Post.Id).Select(c => new PostMatch(c.Post.Id, c.Score))];
}

/// <summary>A post and how well it fits; before the gate.</summary>
public sealed record PostMatch(long PostId, float Score);
