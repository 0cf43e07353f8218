using Community.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Fields = Community.Search.Fields;

namespace Community.Tests.Search.Core;

/// <summary>The site's own queries for a word, for what must not be there, and for many documents at a time find and score as Lucene's do.</summary>
public sealed class WordQueryTests
{
    const int Words = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_word_finds_and_scores_as_Lucenes_own_term_does(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, Words, 2_049, 1, 900);
        foreach (var field in (string[])[Fields.Text, Fields.Head, Fields.Author])
        {
            for (var i = 0; i < Words; i += 7)
            {
                var term = new Term(field, $"w{i}");
                var (ours, lucenes) = (new WordQuery(term) { Boost = 0.7f }, new TermQuery(term) { Boost = 0.7f });

                Same(index.Found(lucenes), index.Found(ours));
                Same(index.Found(new AnyWord([lucenes])), index.Found(new AnyWord([ours])));
                Same(index.OneByOne(lucenes), index.OneByOne(ours));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void What_must_not_be_there_is_left_out_whatever_is_wanted_and_however_much_it_is(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, Words, 2_048, 300, 1_000);
        foreach (var count in (int[])[1, 3, 40])
        {
            var unwanted = Enumerable.Range(0, count).Select(_ => (Query)new WordQuery(new Term(Fields.Text, $"w{random.Next(10, Words)}"))).ToList();
            var hidden = unwanted.SelectMany(index.Found).Select(found => found.Doc).ToHashSet();
            foreach (var wanted in (Query[])[new MatchAllDocsQuery(), new WordQuery(new Term(Fields.Text, "w0")), new AnyWord([new WordQuery(new Term(Fields.Text, "w1")), new WordQuery(new Term(Fields.Head, "w2"))])])
            {
                var expected = index.Found(wanted).Where(found => !hidden.Contains(found.Doc)).ToList();

                Assert.NotEmpty(hidden);
                Same(expected, index.Found(new Without(wanted, unwanted)));
                Same(expected, index.OneByOne(new Without(wanted, unwanted)));
                Same(expected, index.Found(new BooleanQuery(disableCoord: true) { { new Without(wanted, unwanted), Occur.MUST } }));
            }
        }
    }

    [Fact]
    public void Documents_taken_many_at_a_time_are_those_taken_one_by_one()
    {
        using var index = WordIndex.OfChance(new Random(3), Words, 2_047, 2_049, 5_000);
        var query = new AnyWord([new WordQuery(new Term(Fields.Text, "w0")), new WordQuery(new Term(Fields.Text, "w3")), new WordQuery(new Term(Fields.Head, "w9"))]);
        var windows = new Windows();
        index.Searcher.Search(query, windows);

        Same(index.Found(query), windows.Docs);
        Assert.True(windows.Most > 1);
    }

    static void Same(IReadOnlyList<(int Doc, float Score)> expected, IReadOnlyList<(int Doc, float Score)> found)
    {
        Assert.Equal(expected.Select(f => f.Doc), found.Select(f => f.Doc));
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First.Score, pair.Second.Score, 1e-5f));
    }

    sealed class Windows : IWindowCollector
    {
        int docBase;

        public List<(int Doc, float Score)> Docs { get; } = [];

        public int Most { get; private set; }

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context) => docBase = context.DocBase;

        public void Collect(int doc) => throw new InvalidOperationException("It takes them many at a time.");

        public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
        {
            Most = Math.Max(Most, docs.Length);
            for (var i = 0; i < docs.Length; i++) Docs.Add((docBase + docs[i], scores[i]));
        }
    }
}
