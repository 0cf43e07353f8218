using System.Numerics;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// Scores all documents that fit any of a few parts, a window of documents at a time: one list after the other is added up in it, which costs half of going
/// through all lists together. Documents come in their order.
/// </summary>
/// <param name="leaves">Each with the part that it belongs to; leaves of a part are added up.</param>
/// <param name="total">The score by the sum of all parts that fit, and their count.</param>
sealed class FewBulk(Weight weight, (Scorer Scorer, int Part)[] leaves, Func<float, int, float> total) : BulkScorer
{
    /// <summary>A bit for each.</summary>
    public const int MostParts = 64;

    const int Window = 2_048;

    readonly float[] sums = new float[Window];
    readonly ulong[] fitting = new ulong[Window];
    readonly ulong[] met = new ulong[Window / 64];
    readonly Found found = new(weight);

    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(found);
        foreach (var (scorer, _) in leaves)
            if (scorer.DocID < 0) scorer.NextDoc();

        for (var next = Next(); next < max; next = Next())
        {
            var from = next & ~(Window - 1);
            Fill(from, Math.Min(from + Window, max));
            Flush(from, collector);
        }

        return Next() != DocIdSetIterator.NO_MORE_DOCS;
    }

    int Next() => leaves.Min(leaf => leaf.Scorer.DocID);

    void Fill(int from, int until)
    {
        foreach (var (scorer, part) in leaves)
        {
            for (var doc = scorer.DocID; doc < until; doc = scorer.NextDoc())
            {
                var at = doc - from;
                sums[at] += scorer.GetScore();
                fitting[at] |= 1UL << part;
                met[at >> 6] |= 1UL << at;
            }
        }
    }

    void Flush(int from, ICollector collector)
    {
        for (var i = 0; i < met.Length; i++)
        {
            for (; met[i] != 0; met[i] &= met[i] - 1)
            {
                var at = (i << 6) + BitOperations.TrailingZeroCount(met[i]);
                (found.Doc, found.Score) = (from + at, total(sums[at], BitOperations.PopCount(fitting[at])));
                (sums[at], fitting[at]) = (0, 0);
                collector.Collect(from + at);
            }
        }
    }

    /// <summary>What the collector asks for the score of its document.</summary>
    sealed class Found(Weight weight) : Scorer(weight)
    {
        public int Doc { get; set; } = -1;

        public float Score { get; set; }

        public override int DocID => Doc;

        public override int Freq => 1;

        public override float GetScore() => Score;

        public override int NextDoc() => throw new NotSupportedException();

        public override int Advance(int target) => throw new NotSupportedException();

        public override long GetCost() => 1;
    }
}
