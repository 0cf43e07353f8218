using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>
/// Documents that fit any of a few queries. Lucene's own queries for that keep their parts in a heap, or allocate a table of 2,048 entries for every segment; to look at
/// each of a few parts is cheaper, and brings documents in their order.
/// </summary>
abstract class FewQuery(IReadOnlyList<Query> parts) : Query
{
    internal IReadOnlyList<Query> Parts => parts;

    public override Weight CreateWeight(IndexSearcher searcher) => new FewWeight(this, [.. parts.Select(part => part.CreateWeight(searcher))]);

    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = parts.Select(part => part.Rewrite(reader)).ToList();
        if (rewritten.Zip(parts).All(pair => ReferenceEquals(pair.First, pair.Second))) return this;

        var query = With(rewritten);
        query.Boost = Boost;
        return query;
    }

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var part in parts) part.ExtractTerms(terms);
    }

    public override string ToString(string field) => "(" + string.Join(" | ", parts.Select(part => part.ToString(field))) + ")";

    public override bool Equals(object? obj) => obj is FewQuery other && other.GetType() == GetType() && Boost.Equals(other.Boost) && parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => parts.Aggregate(Boost.GetHashCode(), HashCode.Combine);

    protected abstract FewQuery With(IReadOnlyList<Query> others);

    /// <summary>What the sum of all parts that fit is multiplied by, by their count.</summary>
    protected abstract float[] Shares { get; }

    sealed class FewWeight(FewQuery query, Weight[] parts) : Weight
    {
        readonly FewQuery query = query;
        readonly Weight[] parts = parts;

        FewBulk.Room? room;

        public override Query Query => query;

        public override float GetValueForNormalization() => query.Boost * query.Boost * parts.Sum(part => part.GetValueForNormalization());

        public override void Normalize(float norm, float topLevelBoost)
        {
            foreach (var part in parts) part.Normalize(norm, topLevelBoost * query.Boost);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var scorers = parts.Select(part => part.GetScorer(context, acceptDocs)).OfType<Scorer>().ToArray();
            return scorers.Length == 0 ? null : new FewScorer(query, this, scorers);
        }

        public override BulkScorer? GetBulkScorer(AtomicReaderContext context, bool scoreDocsInOrder, IBits? acceptDocs)
        {
            if (parts.Length > FewBulk.MostParts) return base.GetBulkScorer(context, scoreDocsInOrder, acceptDocs);

            var leaves = new List<(Scorer Scorer, int Part)>();
            for (var i = 0; i < parts.Length; i++)
                foreach (var leaf in parts[i] is FewWeight { query: InFields } fields ? fields.parts : [parts[i]])
                    if (leaf.GetScorer(context, acceptDocs) is { } scorer) leaves.Add((scorer, i));

            return leaves.Count == 0 ? null : new FewBulk(this, [.. leaves], query.Shares, room ??= new FewBulk.Room());
        }

        public override Explanation Explain(AtomicReaderContext context, int doc)
        {
            var scorer = GetScorer(context, context.AtomicReader.LiveDocs);
            var fits = scorer is not null && scorer.Advance(doc) == doc;
            return new ComplexExplanation(fits, fits ? scorer!.GetScore() : 0, query.ToString());
        }
    }

    sealed class FewScorer(FewQuery query, Weight weight, Scorer[] parts) : Scorer(weight)
    {
        readonly int[] docs = [.. parts.Select(_ => -1)];

        int doc = -1;

        public override int DocID => doc;

        public override int Freq => docs.Count(at => at == doc);

        public override int NextDoc()
        {
            var next = NO_MORE_DOCS;
            for (var i = 0; i < parts.Length; i++)
            {
                if (docs[i] == doc) docs[i] = parts[i].NextDoc();
                if (docs[i] < next) next = docs[i];
            }

            return doc = next;
        }

        public override int Advance(int target)
        {
            var next = NO_MORE_DOCS;
            for (var i = 0; i < parts.Length; i++)
            {
                if (docs[i] < target) docs[i] = parts[i].Advance(target);
                if (docs[i] < next) next = docs[i];
            }

            return doc = next;
        }

        public override float GetScore()
        {
            var (sum, count) = (0f, 0);
            for (var i = 0; i < parts.Length; i++)
            {
                if (docs[i] != doc) continue;

                sum += parts[i].GetScore();
                count++;
            }

            return sum * query.Shares[count];
        }

        public override long GetCost() => parts.Sum(part => part.GetCost());
    }
}

/// <summary>A word in several fields: each counts with its weight.</summary>
sealed class InFields(IReadOnlyList<Query> fields) : FewQuery(fields)
{
    protected override FewQuery With(IReadOnlyList<Query> others) => new InFields(others);

    protected override float[] Shares { get; } = [.. Enumerable.Repeat(1f, fields.Count + 1)];
}

/// <summary>Any of several words: what they count together, the less the more of them are missing. Of two words both are wanted; of a paragraph none in particular.</summary>
sealed class AnyWord(IReadOnlyList<Query> words) : FewQuery(words)
{
    protected override float[] Shares { get; } = [.. Enumerable.Range(0, words.Count + 1).Select(count => MathF.Pow((float)count / words.Count, MathF.Min(1, Ranking.AllWanted / words.Count)))];

    public override Query Rewrite(IndexReader reader) => Affordable.Of(Parts, reader) is { } fewer ? new AnyWord(fewer) { Boost = Boost } : base.Rewrite(reader);

    protected override FewQuery With(IReadOnlyList<Query> others) => new AnyWord(others);
}
