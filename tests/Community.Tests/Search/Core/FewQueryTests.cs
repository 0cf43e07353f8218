using Community.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Fields = Community.Search.Fields;

namespace Community.Tests.Search.Core;

/// <summary>Any of a few words: the same documents and scores whichever way Lucene asks for them, and as its own queries have them.</summary>
public sealed class FewQueryTests
{
    const int Words = 90;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void All_at_once_and_document_by_document_find_the_same_which_Lucenes_own_queries_add_up_to(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, Words, 2_047, 1, 2_049, 300, 2_500);
        foreach (var count in (int[])[1, 2, 3, 9, 30, 64, 65, 70])
        {
            var words = Enumerable.Range(0, count).Select(_ => Word(random)).ToList();
            var (atOnce, oneByOne) = (index.Found(new AnyWord(words)), index.OneByOne(new AnyWord(words)));

            Same(oneByOne, atOnce);
            Same(AddedUp(index, words), atOnce);
            Same(AddedUp(index, words, isWeighed: false), index.Found(new InFields(words)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Beside_words_that_must_be_there_and_words_that_must_not_it_finds_what_its_documents_and_theirs_have_in_common(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, Words, 3_000, 2_048, 700);
        for (var i = 0; i < 20; i++)
        {
            var words = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Word(random)).ToList();
            var (must, mustNot) = (Plain(random), Plain(random));
            var (wanted, unwanted) = (index.Found(must).ToDictionary(f => f.Doc, f => f.Score), index.Found(mustNot).Select(f => f.Doc).ToHashSet());
            var any = AddedUp(index, words);

            Same([.. any.Where(f => wanted.ContainsKey(f.Doc) && !unwanted.Contains(f.Doc)).Select(f => (f.Doc, f.Score + wanted[f.Doc]))],
                index.Found(new BooleanQuery(disableCoord: true) { { new AnyWord(words), Occur.MUST }, { must, Occur.MUST }, { mustNot, Occur.MUST_NOT } }));
            Same([.. index.Found(must).Where(f => !any.Exists(a => a.Doc == f.Doc))],
                index.Found(new BooleanQuery(disableCoord: true) { { must, Occur.MUST }, { new InFields(words), Occur.MUST_NOT } }));
        }
    }

    [Fact]
    public void Documents_at_the_borders_of_windows_are_found_once_each_also_where_it_is_asked_in_pieces()
    {
        int[] places = [0, 1, 63, 64, 2_046, 2_047, 2_048, 2_049, 4_095, 4_096, 4_097, 6_143, 6_144, 6_199];
        using var index = new WordIndex();
        for (var doc = 0; doc < 6_200; doc++) index.Add(places.Contains(doc) ? $"edge w{doc}" : "filler", doc % 2 == 0 && places.Contains(doc) ? "edge" : "");
        index.EndSegment();
        foreach (var deleted in (int[])[64, 2_048, 4_096]) index.Delete(deleted);
        var words = new List<Query> { In("edge"), In("w2047"), In("w2049"), In("nowhere") };
        var expected = AddedUp(index, words);

        Assert.Equal(places.Except([64, 2_048, 4_096]), expected.Select(f => f.Doc));
        Same(expected, index.Found(new AnyWord(words)));
        foreach (var borders in (int[][])[[1, 2, 2_047, 2_048, 2_049, 2_050, 4_096], [2_048], [2_047, 4_097], [63, 64, 65, 3_000, 3_001, 6_199, 6_200]]) Same(expected, InPieces(index, new AnyWord(words), borders));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Going_on_to_a_document_finds_it_or_the_next_that_fits(int seed)
    {
        var random = new Random(seed);
        using var index = WordIndex.OfChance(random, Words, 4_100);
        for (var i = 0; i < 30; i++)
        {
            var query = new AnyWord([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Word(random))]);
            var found = index.OneByOne(query);
            var leaf = index.Reader.Leaves.Single();
            if (index.Searcher.CreateNormalizedWeight(query).GetScorer(leaf, leaf.AtomicReader.LiveDocs) is not { } scorer) continue;

            for (var doc = -1; doc != DocIdSetIterator.NO_MORE_DOCS;)
            {
                var target = doc + 1 + random.Next(random.Next(2) == 0 ? 3 : 700);
                doc = random.Next(3) == 0 ? scorer.NextDoc() : scorer.Advance(Math.Max(target, doc + 1));
                if (doc != DocIdSetIterator.NO_MORE_DOCS) Assert.Contains(found, f => f.Doc == doc && IsNear(f.Score, scorer.GetScore()));
            }

            foreach (var target in Enumerable.Range(0, 40).Select(_ => random.Next(4_100)))
            {
                var fresh = index.Searcher.CreateNormalizedWeight(query).GetScorer(leaf, leaf.AtomicReader.LiveDocs)!;
                Assert.Equal(found.Select(f => f.Doc).FirstOrDefault(doc => doc >= target, DocIdSetIterator.NO_MORE_DOCS), fresh.Advance(target));
            }
        }
    }

    [Fact]
    public void Only_what_is_there_is_found()
    {
        using var index = new WordIndex();
        var only = index.Add("edge");
        index.EndSegment();
        index.Add("other");
        index.EndSegment();

        Assert.Empty(index.Found(new AnyWord([In("nowhere"), In("neither")])));
        Assert.Single(index.Found(new AnyWord([In("nowhere"), In("edge")])));
        index.Delete(only);
        using var later = DirectoryReader.OpenIfChanged(index.Reader)!;
        var found = new Collected();
        new IndexSearcher(later).Search(new AnyWord([In("nowhere"), In("edge")]), found);
        Assert.Empty(found.Docs);
    }

    /// <summary>Of Lucene's own query for each word: what they have together, the less the more words are missing.</summary>
    static List<(int Doc, float Score)> AddedUp(WordIndex index, List<Query> words, bool isWeighed = true)
    {
        var sums = new SortedDictionary<int, (float Sum, int Count)>();
        foreach (var word in words)
            foreach (var (doc, score) in index.Found(Lucenes(word)))
                sums[doc] = sums.TryGetValue(doc, out var before) ? (before.Sum + score, before.Count + 1) : (score, 1);
        return [.. sums.Select(sum => (sum.Key, isWeighed ? sum.Value.Sum * MathF.Pow((float)sum.Value.Count / words.Count, MathF.Min(1, Ranking.AllWanted / words.Count)) : sum.Value.Sum))];
    }

    static Query Lucenes(Query word)
    {
        switch (word)
        {
            case InFields fields:
                var any = new BooleanQuery(disableCoord: true) { Boost = word.Boost };
                foreach (var part in fields.Parts) any.Add(Lucenes(part), Occur.SHOULD);
                return any;
            case DisjunctionMaxQuery best:
                return new DisjunctionMaxQuery([.. best.Select(Lucenes)], 0) { Boost = word.Boost };
            default:
                return word;
        }
    }

    static List<(int Doc, float Score)> InPieces(WordIndex index, Query query, int[] borders)
    {
        var leaf = index.Reader.Leaves.Single();
        var (collected, scorer) = (new Collected(), index.Searcher.CreateNormalizedWeight(query).GetBulkScorer(leaf, false, leaf.AtomicReader.LiveDocs));
        collected.SetNextReader(leaf);
        foreach (var border in borders)
        {
            Assert.True(scorer.Score(collected, border) || collected.Docs.Count > 0);
            Assert.All(collected.Docs, found => Assert.True(found.Doc < border));
        }

        Assert.False(scorer.Score(collected, int.MaxValue));
        return collected.Docs;
    }

    static void Same(IReadOnlyList<(int Doc, float Score)> expected, IReadOnlyList<(int Doc, float Score)> found)
    {
        Assert.Equal(expected.Select(f => f.Doc), found.Select(f => f.Doc));
        Assert.All(expected.Zip(found), pair => Assert.True(IsNear(pair.First.Score, pair.Second.Score), $"{pair.First} is found as {pair.Second}"));
    }

    static bool IsNear(float one, float other) => MathF.Abs(one - other) <= 1e-5f * MathF.Max(MathF.Abs(one), MathF.Abs(other));

    /// <summary>As searches have them: in three fields, one of several, in a row.</summary>
    static Query Word(Random random)
    {
        var word = In($"w{random.Next(Words + 3)}", random.Next(1, 4));
        return random.Next(5) switch
        {
            0 => new DisjunctionMaxQuery([word, In($"w{random.Next(Words)}", 0.8f)], 0),
            1 => new InFields([Row(Fields.Text, random), Row(Fields.Head, random)]) { Boost = random.Next(1, 3) },
            _ => word,
        };
    }

    static InFields In(string word, float boost = 1) =>
        new([new TermQuery(new Term(Fields.Text, word)), new TermQuery(new Term(Fields.Head, word)) { Boost = Ranking.Head }, new TermQuery(new Term(Fields.Author, word)) { Boost = Ranking.Author }]) { Boost = boost };

    static TermQuery Plain(Random random) => new(new Term(Fields.Text, $"w{random.Next(10)}"));

    static PhraseQuery Row(string field, Random random) => [new Term(field, $"w{random.Next(6)}"), new Term(field, $"w{random.Next(6)}")];
}
