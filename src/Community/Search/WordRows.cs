using Lucene.Net.Index;
using Lucene.Net.Search;
using static Lucene.Net.Search.Similarities.Similarity;

namespace Community.Search;

/// <summary>Words that count more where they stand in a row.</summary>
/// <param name="Parts">At least two terms of <see cref="Fields.Text"/>, in their order.</param>
sealed record WordRow(IReadOnlyList<string> Parts, float Boost);

/// <summary>
/// Scores rows of words in a few known posts, as Lucene's query for a phrase does. That goes from one post that has the row to the next, through all that have a part of it; here each
/// part skips to the posts that are asked for, and where it stands in one is read once for all rows.
/// </summary>
sealed class WordRows
{
    readonly IndexSearcher searcher;
    readonly List<TermContext> found;
    readonly List<Term> terms;
    readonly List<(int[] Parts, SimWeight Weight)> rows = [];

    public WordRows(IReadOnlyList<WordRow> rows, IndexSearcher searcher)
    {
        this.searcher = searcher;
        var parts = rows.SelectMany(row => row.Parts).Distinct().ToList();
        terms = parts.ConvertAll(part => new Term(Fields.Text, part));
        found = terms.ConvertAll(term => TermContext.Build(searcher.TopReaderContext, term));
        var collection = searcher.CollectionStatistics(Fields.Text);
        foreach (var row in rows)
        {
            int[] places = [.. row.Parts.Select(part => parts.IndexOf(part))];
            if (Array.Exists(places, part => found[part].DocFreq == 0)) continue;

            var weight = searcher.Similarity.ComputeWeight(row.Boost, collection, [.. places.Select(part => searcher.TermStatistics(terms[part], found[part]))]);
            weight.Normalize(1, 1);
            this.rows.Add((places, weight));
        }
    }

    public Segment In(AtomicReaderContext segment) => new(this, segment);

    /// <summary>The rows in one segment.</summary>
    public sealed class Segment
    {
        readonly Part?[] parts;
        readonly List<(int[] Parts, SimScorer Scorer)> rows;

        public Segment(WordRows all, AtomicReaderContext segment)
        {
            parts = [.. all.terms.Select((term, i) => Part.Of(term, all.found[i], segment))];
            rows = [.. all.rows.Where(row => Array.TrueForAll(row.Parts, part => parts[part] is not null)).Select(row => (row.Parts, all.searcher.Similarity.GetSimScorer(row.Weight, segment)))];
        }

        /// <summary>What all rows give a post; 0 where none is in it.</summary>
        /// <param name="doc">In the segment, after those that were asked for before.</param>
        public float Score(int doc)
        {
            var sum = 0f;
            foreach (var (row, scorer) in rows)
                if (CountIn(doc, row) is > 0 and var count) sum += scorer.Score(doc, count);

            return sum;
        }

        int CountIn(int doc, int[] row)
        {
            foreach (var part in row)
                if (!parts[part]!.IsIn(doc)) return 0;

            var count = 0;
            foreach (var start in parts[row[0]]!.Places)
                if (IsInARow(row, start)) count++;

            return count;
        }

        bool IsInARow(int[] row, int start)
        {
            for (var i = 1; i < row.Length; i++)
                if (parts[row[i]]!.Places.BinarySearch(start + i) < 0) return false;

            return true;
        }
    }

    /// <summary>Where a term stands.</summary>
    sealed class Part(DocsAndPositionsEnum docs)
    {
        readonly List<int> places = [];

        int read = -1;

        /// <summary>Null where no post has it.</summary>
        public static Part? Of(Term term, TermContext found, AtomicReaderContext segment)
        {
            if (found.Get(segment.Ord) is not { } state) return null;

            var terms = segment.AtomicReader.GetTerms(term.Field).GetEnumerator();
            terms.SeekExact(term.Bytes, state);
            return terms.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE) is { } docs ? new Part(docs) : null;
        }

        public bool IsIn(int doc) => (docs.DocID < doc ? docs.Advance(doc) : docs.DocID) == doc;

        /// <summary>In the post that was asked for last, in their order.</summary>
        public List<int> Places
        {
            get
            {
                if (read == docs.DocID) return places;

                read = docs.DocID;
                places.Clear();
                for (var i = 0; i < docs.Freq; i++) places.Add(docs.NextPosition());
                return places;
            }
        }
    }
}
