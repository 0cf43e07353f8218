using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Community.Search;

/// <summary>A word in a field of posts. It finds and scores as Lucene's own query for a term does; what that asks of three objects for every post, how long and how often, lies here in one place.</summary>
sealed class WordQuery(Term term) : TermQuery(term)
{
    public override Weight CreateWeight(IndexSearcher searcher)
    {
        var found = TermContext.Build(searcher.TopReaderContext, Term);
        var plain = new TermQuery(Term, found) { Boost = Boost }.CreateWeight(searcher);
        return searcher.Similarity is Ranking.OfPosts similarity && found.DocFreq > 0 ? new WordWeight(this, plain, found, similarity, searcher) : plain;
    }

    sealed class WordWeight(WordQuery query, Weight plain, TermContext found, Ranking.OfPosts similarity, IndexSearcher searcher) : Weight
    {
        readonly float[] lengths = similarity.LengthsIn(searcher.CollectionStatistics(query.Term.Field));
        readonly float idf = similarity.IdfExplain(searcher.CollectionStatistics(query.Term.Field), searcher.TermStatistics(query.Term, found)).Value;

        float worth;

        public override Query Query => query;

        public override float GetValueForNormalization() => plain.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost)
        {
            plain.Normalize(norm, topLevelBoost);
            worth = idf * query.Boost * topLevelBoost * (similarity.K1 + 1);
        }

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            if (found.Get(context.Ord) is not { } state) return null;
            if (SegmentPosts.Of(context.AtomicReader).Lengths(query.Term.Field) is not { } lengthOf) return plain.GetScorer(context, acceptDocs);

            var terms = context.AtomicReader.GetTerms(query.Term.Field).GetEnumerator();
            terms.SeekExact(query.Term.Bytes, state);
            return new WordScorer(this, terms.Docs(acceptDocs, null, DocsFlags.FREQS), worth, lengths, lengthOf);
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) => plain.Explain(context, doc);
    }
}

/// <summary>Goes through the posts that have a word.</summary>
/// <param name="worth">What the word counts at most.</param>
/// <param name="lengths">What a length takes of that, by its code.</param>
/// <param name="lengthOf">The code of each document's length.</param>
sealed class WordScorer(Weight weight, DocsEnum docs, float worth, float[] lengths, byte[] lengthOf) : Scorer(weight)
{
    public override int DocID => docs.DocID;

    public override int Freq => docs.Freq;

    public override int NextDoc() => docs.NextDoc();

    public override int Advance(int target) => docs.Advance(target);

    public override float GetScore() => Score(docs.DocID);

    public override long GetCost() => docs.GetCost();

    /// <summary>Adds the scores of the documents before <paramref name="until"/> to a window.</summary>
    /// <param name="from">The first document of the window.</param>
    public void AddTo(FewBulk.Room window, int from, int until, int part)
    {
        var (sums, fitting, met) = (window.Sums, window.Fitting, window.Met);
        for (var doc = docs.DocID; doc < until; doc = docs.NextDoc())
        {
            var at = doc - from;
            sums[at] += Score(doc);
            fitting[at] |= 1UL << part;
            met[at >> 6] |= 1UL << at;
        }
    }

    float Score(int doc)
    {
        float often = docs.Freq;
        return worth * often / (often + lengths[lengthOf[doc]]);
    }
}
