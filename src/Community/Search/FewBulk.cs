using System.Numerics;
using Lucene.Net.Search;

namespace Community.Search;

/// <summary>
/// Scores all documents that fit any of a few parts, a window of documents at a time: one list after the other is added up in it, which costs half of going
/// through all lists together. Documents come in their order.
/// </summary>
/// <param name="leaves">Each with the part that it belongs to; leaves of a part are added up.</param>
/// <param name="shares">What the sum of all parts that fit is multiplied by, by their count.</param>
sealed class FewBulk(Weight weight, (Scorer Scorer, int Part)[] leaves, float[] shares, FewBulk.Room room) : BulkScorer
{
    /// <summary>A bit for each.</summary>
    public const int MostParts = 64;

    const int Window = 2_048;

    readonly float[] sums = room.Sums;
    readonly ulong[] fitting = room.Fitting;
    readonly ulong[] met = room.Met;
    readonly int[] docs = room.Docs;
    readonly float[] scores = room.Scores;
    readonly Found found = new(weight);

    public override bool Score(ICollector collector, int max)
    {
        collector.SetScorer(found);
        var windows = collector as IWindowCollector;
        foreach (var (scorer, _) in leaves)
            if (scorer.DocID < 0) scorer.NextDoc();

        for (var next = Next(); next < max; next = Next())
        {
            var from = next & ~(Window - 1);
            Fill(from, Math.Min(from + Window, max));
            var count = Flush(from);
            if (windows is not null) windows.Collect(docs.AsSpan(0, count), scores.AsSpan(0, count));
            else found.Show(docs.AsSpan(0, count), scores.AsSpan(0, count), collector);
        }

        return Next() != DocIdSetIterator.NO_MORE_DOCS;
    }

    int Next() => leaves.Min(leaf => leaf.Scorer.DocID);

    void Fill(int from, int until)
    {
        foreach (var (scorer, part) in leaves)
        {
            if (scorer is WordScorer word)
            {
                word.AddTo(room, from, until, part);
                continue;
            }

            for (var doc = scorer.DocID; doc < until; doc = scorer.NextDoc())
            {
                var at = doc - from;
                sums[at] += scorer.GetScore();
                fitting[at] |= 1UL << part;
                met[at >> 6] |= 1UL << at;
            }
        }
    }

    /// <returns>How many documents of the window fit.</returns>
    int Flush(int from)
    {
        var count = 0;
        for (var i = 0; i < met.Length; i++)
        {
            for (; met[i] != 0; met[i] &= met[i] - 1)
            {
                var at = (i << 6) + BitOperations.TrailingZeroCount(met[i]);
                (docs[count], scores[count++]) = (from + at, sums[at] * shares[BitOperations.PopCount(fitting[at])]);
                (sums[at], fitting[at]) = (0, 0);
            }
        }

        return count;
    }

    /// <summary>What a window needs; the same for one segment after the other.</summary>
    public sealed class Room
    {
        public float[] Sums { get; } = new float[Window];

        public ulong[] Fitting { get; } = new ulong[Window];

        public ulong[] Met { get; } = new ulong[Window / 64];

        public int[] Docs { get; } = new int[Window];

        public float[] Scores { get; } = new float[Window];
    }

    /// <summary>What a collector that takes them one by one asks for the score of its document.</summary>
    sealed class Found(Weight weight) : Scorer(weight)
    {
        int doc = -1;
        float score;

        public override int DocID => doc;

        public override int Freq => 1;

        public override float GetScore() => score;

        public void Show(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores, ICollector collector)
        {
            for (var i = 0; i < docs.Length; i++)
            {
                (doc, score) = (docs[i], scores[i]);
                collector.Collect(doc);
            }
        }

        public override int NextDoc() => throw new NotSupportedException();

        public override int Advance(int target) => throw new NotSupportedException();

        public override long GetCost() => 1;
    }
}
