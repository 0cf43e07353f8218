using Community.Search;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Fields = Community.Search.Fields;

namespace Community.Tests.Search.Core;

/// <summary>A small index read a thousand times over is one of a million posts; what words cost in it is counted here anew.</summary>
public sealed class AffordableTests : IDisposable
{
    const int Posts = 1_000, Times = 1_000, Most = (int)Affordable.MostEntries, Fewest = 8, Dear = 6;

    readonly WordIndex index = new();
    readonly MultiReader reader;

    /// <summary>The word "w7" stands in seven texts of a thousand.</summary>
    public AffordableTests()
    {
        for (var doc = 0; doc < Posts; doc++) index.Add(string.Join(' ', Enumerable.Range(1, Posts / 5).Select(step => step * 5).Where(often => doc < often).Select(often => $"w{often}")), "head");
        index.EndSegment();
        reader = new MultiReader([.. Enumerable.Repeat<IndexReader>(index.Reader, Times)], closeSubReaders: false);
    }

    [Fact]
    public void Up_to_eight_plain_words_are_looked_for_whatever_they_cost()
    {
        Assert.Null(Affordable.Of([.. Enumerable.Range(0, Fewest).Select(i => Plain(Posts - i * 5))], reader));
        Assert.NotNull(Affordable.Of([.. Enumerable.Range(0, Fewest + 1).Select(i => Plain(Posts - i * 5))], reader));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_more_words_the_rarer_ones_are_kept_in_their_order_as_many_as_can_be_afforded_and_eight_in_any_case(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 15; i++)
        {
            var bound = random.Next(1, 200);
            var often = Enumerable.Range(0, random.Next(1, 40)).Select(_ => 5 * random.Next(1, bound + 1)).ToList();
            var words = often.ConvertAll(Plain);
            var kept = Affordable.Of(words, reader);
            if (words.Count <= Fewest || words.Sum(Cost) <= Most)
            {
                Assert.Null(kept);
                continue;
            }

            Assert.NotNull(kept);
            var dropped = words.Where(word => !kept.Exists(one => ReferenceEquals(one, word))).ToList();
            Assert.Equal(words.Where(word => kept.Exists(one => ReferenceEquals(one, word))), kept);
            Assert.NotEmpty(dropped);
            Assert.True(kept.Max(Cost) <= dropped.Min(Cost));
            Assert.True(kept.Count == Fewest || kept.Count > Fewest && kept.Sum(Cost) <= Most);
            Assert.True(kept.Sum(Cost) + dropped.Min(Cost) > Most);
        }
    }

    [Fact]
    public async Task Words_of_one_stem_are_told_apart_and_a_search_for_them_begins()
    {
        List<Query> words = [.. Enumerable.Range(0, Fewest - 1).Select(i => Plain(600 + i * 5)), Plain(900), Plain(900), Plain(900)];

        var kept = Affordable.Of(words, reader);
        var query = await Task.Run(() => new IndexSearcher(reader).Rewrite(new AnyWord(words))).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(Fewest, kept!.Count);
        Assert.Equal(Fewest, Assert.IsType<AnyWord>(query).Parts.Count);
    }

    [Fact]
    public void Phrases_and_alternatives_count_six_times_and_go_first()
    {
        var (plain, row) = (Plain(500), Row(600, 605));
        Assert.Equal([plain], Affordable.Of([row, plain], reader)!);
        Assert.Null(Affordable.Of([Row(50, 55), plain], reader));
    }

    [Fact]
    public void The_only_word_is_never_left_out_and_of_its_alternatives_the_rarer_are_kept()
    {
        Assert.Null(Affordable.Of([Row(1_000, 995)], reader));

        var any = new DisjunctionMaxQuery([Plain(900), Plain(100), Plain(800), Plain(200)], 0) { Boost = 3 };
        var fewer = Assert.IsType<DisjunctionMaxQuery>(Assert.Single(Affordable.Of([any], reader)!));
        Assert.Equal([Plain(100), Plain(200)], fewer);
        Assert.Equal(3, fewer.Boost);

        var dear = new DisjunctionMaxQuery([Plain(900), Plain(950)], 0);
        Assert.Equal(Plain(900), Assert.Single(Assert.IsType<DisjunctionMaxQuery>(Assert.Single(Affordable.Of([dear], reader)!))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Whatever_is_asked_something_of_it_is_looked_for_and_what_is_left_is_affordable(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 10; i++)
        {
            List<Query> words = [.. Enumerable.Range(0, random.Next(1, 30)).Select(_ => Word(random))];
            var (left, passes) = (words, 0);
            for (; passes < 10 && Affordable.Of(left, reader) is { } fewer; passes++) left = fewer;

            Assert.NotEmpty(left);
            Assert.True(passes < 10, "It never ends.");
            Assert.True(left.Sum(Cost) <= Most || left.Count <= Fewest);
        }
    }

    public void Dispose()
    {
        reader.Dispose();
        index.Dispose();
    }

    static long Cost(Query word)
    {
        var terms = new HashSet<Term>();
        word.ExtractTerms(terms);
        return terms.Sum(term => long.Parse(term.Text[1..], System.Globalization.CultureInfo.InvariantCulture)) * Times * (word is InFields { Parts: var parts } && parts.All(part => part is TermQuery) ? 1 : Dear);
    }

    /// <summary>Some words come twice: two forms have one stem.</summary>
    static Query Word(Random random) => random.Next(4) switch
    {
        0 => Row(5 * random.Next(1, 200), 5 * random.Next(1, 200)),
        1 => new DisjunctionMaxQuery([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Plain(5 * random.Next(1, 200)))], 0),
        _ => Plain(100 * random.Next(1, 11)),
    };

    static Query Plain(int often) => new InFields([new TermQuery(new Term(Fields.Text, $"w{often}"))]);

    static InFields Row(int often, int other) => new InFields([new PhraseQuery { new Term(Fields.Text, $"w{often}"), new Term(Fields.Text, $"w{other}") }]);
}
