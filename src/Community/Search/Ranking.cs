using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Community.Search;

/// <summary>The weights that order hits: BM25 over all of a post's words, and what is added to it. They were tried on judged collections (<c>tests/Community.Evaluation</c>).</summary>
static class Ranking
{
    /// <summary>A word that stands in the title or among the subjects, beside counting as one of the post's words.</summary>
    public const float Head = 0.4f;

    public const float Author = 0.5f;

    /// <summary>How much the weaker fields of a person count beside the best one.</summary>
    public const float Tie = 0.15f;

    /// <summary>Of so many words all are wanted: a post that lacks one loses its share. Of more words, a missing one costs less.</summary>
    public const float AllWanted = 1;

    /// <summary>All the words in a row, as typed.</summary>
    public const float Phrase = 2f;

    /// <summary>Two words in a row that were typed so.</summary>
    public const float Pair = 0.1f;

    /// <summary>A joined word found as its parts in a row.</summary>
    public const float InParts = 0.4f;

    /// <summary>A joined word of which only a part is found.</summary>
    public const float APart = 0.4f;

    /// <summary>Another word for the same, out of the glossary.</summary>
    public const float Synonym = 0.8f;

    /// <summary>A comment, which is short and repeats what it stands under, beside other posts.</summary>
    public const float Comment = 0.7f;

    /// <summary>So many telling words describe a subject.</summary>
    public const int FewestToDescribe = 4;

    /// <summary>A subject's word in the title, where people who know are looked for.</summary>
    public const float SubjectHead = 0.2f;

    public static Similarity Similarity { get; } = new OfPosts(1.2f, 0.7f);

    /// <summary>Of posts as evidence of what people know: one that keeps to a subject shows more than a long one that comes upon it, and the more the oftener it names it.</summary>
    public static Similarity OfSubjects { get; } = new OfPosts(2, 0.95f);

    /// <summary>Robertson and Zaragoza, "The probabilistic relevance framework" (2009), with the usual k1 1.2 in a search, and b a little below the usual 0.75: answers are long and short for good reasons.</summary>
    public sealed class OfPosts(float k1, float b) : BM25Similarity(k1, b)
    {
        static readonly int[] Lengths = [.. Enumerable.Range(0, 256).Select(LengthOf)];

        // Lucene's own byte knows about eight lengths of a text below fifty words, and titles, comments and short answers are all as short.
        protected override byte EncodeNormValue(float boost, int fieldLength)
        {
            var at = Array.BinarySearch(Lengths, fieldLength);
            return (byte)Math.Clamp(at >= 0 ? at : ~at - 1, 0, 255);
        }

        protected override float DecodeNormValue(byte b) => Lengths[b];

        /// <summary>Exact below 64, then in steps of a sixteenth, to about 200,000 words.</summary>
        static int LengthOf(int code) => code < 64 ? code : (16 + (code & 15)) << ((code >> 4) - 2);

        public override float Coord(int overlap, int maxOverlap) => (float)overlap / maxOverlap;

        /// <summary>What is added to how often a word stands in a post, by the code of the post's length.</summary>
        public float[] LengthsIn(CollectionStatistics collection)
        {
            var average = AvgFieldLength(collection);
            return [.. Lengths.Select(length => K1 * (1 - B + B * length / average))];
        }

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
