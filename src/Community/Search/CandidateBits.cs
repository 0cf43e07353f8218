using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>A few documents of a large index, as Lucene asks for them.</summary>
/// <param name="docs">In the whole index, in their order.</param>
sealed class CandidateBits(int[] docs)
{
    const int Slots = 8_192;

    /// <summary>By the last digits of their numbers: most others are told from them without a search.</summary>
    readonly ulong[] taken = Taken(docs);

    public IBits In(AtomicReaderContext segment) => new Bits(this, segment);

    bool Has(int doc) => (taken[(doc & (Slots - 1)) >> 6] & 1UL << doc) != 0 && Array.BinarySearch(docs, doc) >= 0;

    static ulong[] Taken(int[] docs)
    {
        var taken = new ulong[Slots / 64];
        foreach (var doc in docs) taken[(doc & (Slots - 1)) >> 6] |= 1UL << doc;
        return taken;
    }

    sealed class Bits(CandidateBits candidates, AtomicReaderContext segment) : IBits
    {
        public int Length => segment.Reader.MaxDoc;

        public bool Get(int index) => candidates.Has(segment.DocBase + index);
    }
}
