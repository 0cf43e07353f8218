using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Community.Search;

/// <summary>The weights that order hits: BM25 over all of a post's words, and what is added to it. They were tried on judged collections (<c>tests/Community.Evaluation</c>).</summary>
static class Ranking
{
    /// <summary>A word that stands in the title or among the subjects, beside counting as one of the post's words.</summary>
    public const float Head = 0.3f;

    public const float Author = 0.5f;

    /// <summary>How much the weaker fields of a person count beside the best one.</summary>
    public const float Tie = 0.15f;

    /// <summary>Of so many words all are wanted: a post that lacks one loses its share. Of more words, a missing one costs less.</summary>
    public const float AllWanted = 2;

    /// <summary>The words in a row, as typed, in the text or the title.</summary>
    public const float Phrase = 2f;

    /// <summary>The words near each other.</summary>
    public const float Near = 0.5f;

    /// <summary>A joined word found as its parts.</summary>
    public const float InParts = 0.4f;

    /// <summary>A comment, which is short and repeats what it stands under, beside other posts.</summary>
    public const float Comment = 0.7f;

    public const int NearWords = 4;

    /// <summary>Of more words nearness is not looked for.</summary>
    public const int MostNear = 8;

    public static Similarity Similarity { get; } = new OfPosts();

    /// <summary>Robertson and Zaragoza, "The probabilistic relevance framework" (2009), with the usual k1 1.2 and b 0.75.</summary>
    sealed class OfPosts() : BM25Similarity(1.2f, 0.75f)
    {
        public override float Coord(int overlap, int maxOverlap) => (float)overlap / maxOverlap;

        // Lucene divides by all documents; people are in the same index and have none of these fields.
        protected override float AvgFieldLength(CollectionStatistics collectionStats) =>
            collectionStats.SumTotalTermFreq <= 0 || collectionStats.DocCount <= 0 ? 1 : (float)(collectionStats.SumTotalTermFreq / (double)collectionStats.DocCount);

        public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats) => IdfExplain(collectionStats, [termStats]);

        public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics[] termStats)
        {
            var documents = collectionStats.DocCount <= 0 ? collectionStats.MaxDoc : collectionStats.DocCount;
            return new Explanation(termStats.Sum(term => Idf(term.DocFreq, documents)), FormattableString.Invariant($"idf in {documents} documents"));
        }
    }
}
