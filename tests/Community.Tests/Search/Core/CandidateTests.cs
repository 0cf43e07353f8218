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
    public void The_best_are_kept_and_each_gets_what_the_bonus_gives_it_and_no_other_anything(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, 20, 1_000, 1, 2_100, 50);
        foreach (var rows in (int[][][])[[[0, 1], [1, 2], [3, 0]], [[0, 0]], [[0, 0, 0], [1, 0, 1]], [[2, 99]], []])
        {
            var phrases = new BooleanQuery(disableCoord: true);
            foreach (var row in rows) phrases.Add(Row(row, 0.5f), Occur.SHOULD);
            Raised(phrases, (candidates, searcher) => candidates.Raise(searcher, [.. rows.Select(row => new WordRow([.. row.Select(word => $"w{word}")], 0.5f))]));
        }

        InFields words = new([Term(3), Term(7), Term(19), Term(99)]);
        Raised(words, (candidates, searcher) => candidates.Raise(searcher, words));

        void Raised(Query bonus, Action<Candidates, IndexSearcher> raise)
        {
            var candidates = new Candidates(Candidates.Few);
            var found = index.Found(new AnyWord([Term(1), Term(4)])).ConvertAll(post => (post.Doc, Score: post.Score + random.NextSingle()));
            foreach (var (doc, score) in found) candidates.Keep(doc, score);
            var bonuses = index.Found(bonus).ToDictionary(post => post.Doc, post => post.Score);
            var best = found.OrderByDescending(post => post.Score).Take(Candidates.Few).OrderBy(post => post.Doc).ToList();

            raise(candidates, index.Searcher);
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

    static TermQuery Term(int word) => new(new Term(Fields.Text, $"w{word}"));

    static PhraseQuery Row(int[] words, float boost)
    {
        var row = new PhraseQuery { Boost = boost };
        foreach (var word in words) row.Add(new Term(Fields.Text, $"w{word}"));
        return row;
    }
}
