using Lucene.Net.Search.Similarities;

namespace Community.Search;

/// <summary>The weights that order hits: BM25, times the share of the words that a post has.</summary>
static class Ranking
{
    public const float Title = 3f;
    public const float Tags = 2f;
    public const float Body = 1f;
    public const float Author = 0.5f;

    /// <summary>How much the weaker fields of a word count beside its best one.</summary>
    public const float Tie = 0.15f;

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

    public static Similarity Similarity { get; } = new WithCoordination();

    sealed class WithCoordination() : BM25Similarity(1.2f, 0.75f)
    {
        public override float Coord(int overlap, int maxOverlap) => (float)overlap / maxOverlap;
    }
}
