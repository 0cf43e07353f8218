using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>What a query finds, without what fits any of others. Their lists are marked in a set before the query goes through its own, so that many of them cost little more than one.</summary>
sealed class Without(Query wanted, IReadOnlyList<Query> unwanted) : Query
{
    public Query Wanted => wanted;

    IReadOnlyList<Query> Unwanted => unwanted;

    // The fields of a word are marked one after the other: to go through them together costs twice as much.
    public override Weight CreateWeight(IndexSearcher searcher) =>
        new WithoutWeight(this, wanted.CreateWeight(searcher), [.. unwanted.SelectMany(other => other is InFields fields ? fields.Parts : [other]).Select(other => other.CreateWeight(searcher))]);

    public override Query Rewrite(IndexReader reader)
    {
        var (one, others) = (wanted.Rewrite(reader), unwanted.Select(other => other.Rewrite(reader)).ToList());
        return one == wanted && others.SequenceEqual(unwanted, ReferenceEqualityComparer.Instance) ? this : new Without(one, others) { Boost = Boost };
    }

    public override void ExtractTerms(ISet<Term> terms) => wanted.ExtractTerms(terms);

    public override string ToString(string field) => wanted.ToString(field) + string.Concat(unwanted.Select(other => " -" + other.ToString(field)));

    public override bool Equals(object? obj) => obj is Without other && Boost.Equals(other.Boost) && wanted.Equals(other.Wanted) && unwanted.SequenceEqual(other.Unwanted);

    public override int GetHashCode() => unwanted.Aggregate(HashCode.Combine(Boost, wanted), HashCode.Combine);

    sealed class WithoutWeight(Query query, Weight wanted, Weight[] unwanted) : Weight
    {
        public override Query Query => query;

        public override float GetValueForNormalization() => query.Boost * query.Boost * wanted.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => wanted.Normalize(norm, topLevelBoost * query.Boost);

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) => wanted.GetScorer(context, Left(context, acceptDocs));

        public override BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs) => wanted.GetBulkScorer(context, scoreDocsInOrder, Left(context, acceptDocs));

        public override Explanation Explain(AtomicReaderContext context, int doc) => wanted.Explain(context, doc);

        IBits? Left(AtomicReaderContext context, IBits? acceptDocs)
        {
            FixedBitSet? marked = null;
            foreach (var scorer in unwanted.Select(other => other.GetScorer(context, null)).OfType<Scorer>())
            {
                marked ??= new FixedBitSet(context.Reader.MaxDoc);
                for (var doc = scorer.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = scorer.NextDoc()) marked.Set(doc);
            }

            return marked is null ? acceptDocs : new Unmarked(marked, acceptDocs);
        }
    }

    sealed class Unmarked(FixedBitSet marked, IBits? accepted) : IBits
    {
        public int Length => marked.Length;

        public bool Get(int index) => !marked.Get(index) && accepted?.Get(index) != false;
    }
}
