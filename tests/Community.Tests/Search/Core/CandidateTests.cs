using Community.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Fields = Community.Search.Fields;

namespace Community.Tests.Search.Core;

/// <summary>The best of what was found, and what is asked of them alone.</summary>
public sealed class CandidateTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Exactly_these_documents_are_accepted(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, 20, 3, 9_000, 1, 8_300);
        var most = index.Reader.MaxDoc;
        foreach (var docs in (int[][])[[], [0], [most - 1], [5, 5 + 8_192, 5 + 16_384], Some(random, most, 100), Some(random, most, 300), Some(random, most, 5_000), [.. Enumerable.Range(0, most)]])
        {
            var (bits, wanted) = (new CandidateBits(docs), docs.ToHashSet());
            foreach (var leaf in index.Reader.Leaves)
            {
                var inSegment = bits.In(leaf);
                Assert.Equal(leaf.Reader.MaxDoc, inSegment.Length);
                for (var doc = 0; doc < inSegment.Length; doc++) Assert.True(wanted.Contains(leaf.DocBase + doc) == inSegment.Get(doc), $"{leaf.DocBase} + {doc}");
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_best_are_kept_and_each_gets_what_the_bonus_gives_it_and_no_other_anything(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, 20, 1_000, 1, 2_100, 50);
        foreach (var bonus in (Query[])[new BooleanQuery(disableCoord: true) { { Row(0, 1), Occur.SHOULD }, { Row(1, 2), Occur.SHOULD }, { Row(3, 0), Occur.SHOULD } }, new InFields([Term(3), Term(7), Term(19)]), Row(0, 0), Term(99)])
        {
            var candidates = new Candidates(Candidates.Few);
            var found = index.Found(new AnyWord([Term(1), Term(4)])).ConvertAll(post => (post.Doc, Score: post.Score + random.NextSingle()));
            foreach (var (doc, score) in found) candidates.Keep(doc, score);
            var bonuses = index.Found(bonus).ToDictionary(post => post.Doc, post => post.Score);
            var best = found.OrderByDescending(post => post.Score).Take(Candidates.Few).OrderBy(post => post.Doc).ToList();

            candidates.Raise(index.Searcher, bonus);
            var kept = candidates.Posts(index.Searcher).ToList();

            Assert.Equal(best.Select(post => post.Doc), kept.Select(post => post.Doc));
            Assert.All(best.Zip(kept), pair => Assert.Equal(pair.First.Score + bonuses.GetValueOrDefault(pair.First.Doc), pair.Second.Score, 1e-4f));
        }
    }

    [Fact]
    public void Fewer_than_can_be_kept_are_all_kept_and_of_equals_the_first()
    {
        using var index = new WordIndex();
        for (var doc = 0; doc < 150; doc++) index.Add("same");
        var (some, many) = (new Candidates(Candidates.Few), new Candidates(Candidates.Few));
        for (var doc = 0; doc < 50; doc++) some.Keep(doc, 0);
        for (var doc = 0; doc < 150; doc++) many.Keep(doc, 1);

        Assert.Equal(Enumerable.Range(0, 50), some.Posts(index.Searcher).Select(post => post.Doc));
        Assert.Equal(Enumerable.Range(0, Candidates.Few), many.Posts(index.Searcher).Select(post => post.Doc));
    }

    static int[] Some(Random random, int most, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(most)).Distinct().Order()];

    static TermQuery Term(int word) => new(new Term(Fields.Text, $"w{word}"));

    static PhraseQuery Row(int one, int other) => [new Term(Fields.Text, $"w{one}"), new Term(Fields.Text, $"w{other}")];
}
