using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// The gate of what is offered to somebody who types: a word counts only where a document that this person may see has it, and costs no more to look for than is
/// paid for. Where that is spent, a word is taken for one that nobody may see.
/// </summary>
sealed class VisiblePosts(IndexSearcher searcher, IReadOnlySet<long> spaces)
{
    const int MostOfOne = 10_000;
    const int MostOfAll = 200_000;

    /// <summary>Not a time: on a busy machine the same is offered, only later.</summary>
    const int MostAsked = 1_000;

    int looked, asked;

    public IndexReader Reader => searcher.IndexReader;

    public bool IsSpent => looked >= MostOfAll || asked >= MostAsked;

    public bool Has(Query query) => Count(query, 1).Count > 0;

    /// <summary>How many of the first documents that fit can be seen, at most <paramref name="atMost"/>, and one of them.</summary>
    public (int Count, long PostId) Count(Query query, int atMost = int.MaxValue)
    {
        if (IsSpent) return default;

        asked++;
        var (found, postId, until) = (0, 0L, Math.Min(looked + MostOfOne, MostOfAll));
        var weight = searcher.CreateNormalizedWeight(query);
        foreach (var leaf in searcher.TopReaderContext.Leaves)
        {
            if (weight.GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer) continue;

            var rows = SegmentPosts.Of(leaf.AtomicReader).Rows;
            for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc())
            {
                ref readonly var post = ref rows[doc];
                if (post.TopicId != 0 && spaces.Contains(post.SpaceId))
                {
                    postId = post.Id;
                    if (++found == atMost) return (found, postId);
                }

                if (++looked >= until) return (found, postId);
            }
        }

        return (found, postId);
    }
}
