using Community.Search;
using Community.Topics;
using Lucene.Net.Documents;
using Lucene.Net.Search;
using Fields = Community.Search.Fields;

namespace Community.Tests.Search.Core;

/// <summary>What a search makes of the posts that fit, beside the same reckoned post by post: on one day, on a later one, and on the first again.</summary>
public sealed class DayTests
{
    const int Spaces = 6;

    static readonly DateTime Today = new(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Topics_have_the_score_of_their_best_post_as_it_counts_on_the_day_of_the_search(int seed)
    {
        var random = new Random(seed);
        using var index = new WordIndex();
        var posts = Fill(index, random, 900);
        foreach (var now in (DateTime[])[Today, Today.AddHours(3), Today.AddDays(200), Today.AddDays(900), Today])
        {
            var priors = new Priors(now);
            foreach (var wanted in (StateWord?[])[null, .. Enum.GetValues<StateWord>()])
            {
                var filter = new TopicFilter(Enumerable.Range(1, Spaces - 2).Select(space => (long)space).ToHashSet()) { WantedStates = wanted is { } state ? StateBits.Of(state) : 0 };
                using var collector = new TopicCollector(filter, priors, byDate: false, 10_000);
                index.Searcher.Search(new ConstantScoreQuery(new MatchAllDocsQuery()), collector);
                collector.End();
                var found = collector.Best();

                var expected = posts.Where(post => filter.Spaces.Contains(post.SpaceId) && (StateBits.Of(post, priors.Day) & filter.WantedStates) == filter.WantedStates)
                    .GroupBy(post => post.TopicId).ToDictionary(topic => topic.Key, topic => topic.Max(post => priors.Weigh(post, 1, 0)));
                Assert.Equal(expected.Count, collector.Total);
                Assert.Equal(expected.Keys.Order(), found.Select(topic => topic.TopicId).Order());
                Assert.All(found, topic => Assert.Equal(expected[topic.TopicId], topic.Score, 1e-6f));
                Assert.Equal(found.Select(topic => topic.Score).OrderDescending(), found.Select(topic => topic.Score));
                Assert.All((int[])[0, 1, 20, 300], count => Assert.Equal(found.Take(count), Best(index, filter, priors, count)));
            }
        }
    }

    static List<FoundTopic> Best(WordIndex index, TopicFilter filter, Priors priors, int count)
    {
        using var collector = new TopicCollector(filter, priors, byDate: false, count);
        index.Searcher.Search(new ConstantScoreQuery(new MatchAllDocsQuery()), collector);
        collector.End();
        return collector.Best();
    }

    [Fact]
    public void A_note_is_verified_until_the_day_of_its_review_and_due_from_then_on_in_the_same_index()
    {
        using var index = new WordIndex();
        Add(index, new SegmentPost(1, 1, 1, 1, Today.Ticks, Priors.DayOf(Today) + 365, 0, 2026, (byte)TopicKind.Note, PostFlags.None, (byte)Part.Opening, 0));
        index.EndSegment();

        Assert.Equal((1, 0), (Total(StateWord.Verified, 0), Total(StateWord.Due, 0)));
        Assert.Equal((1, 0), (Total(StateWord.Verified, 364), Total(StateWord.Due, 364)));
        Assert.Equal((0, 1), (Total(StateWord.Verified, 365), Total(StateWord.Due, 365)));

        int Total(StateWord state, int daysLater)
        {
            using var collector = new TopicCollector(new TopicFilter(new HashSet<long> { 1 }) { WantedStates = StateBits.Of(state) }, new Priors(Today.AddDays(daysLater)), byDate: false, 10_000);
            index.Searcher.Search(new MatchAllDocsQuery(), collector);
            collector.End();
            return collector.Total;
        }
    }

    /// <summary>Topics of all kinds in several segments, people among them; returns the posts that were not deleted again.</summary>
    static List<SegmentPost> Fill(WordIndex index, Random random, int topics)
    {
        var posts = new List<SegmentPost>();
        for (var topic = 1; topic <= topics; topic++)
        {
            var (space, kind, begun, day) = (random.Next(1, Spaces + 1), (byte)random.Next(3), Today.AddDays(-random.Next(2_000)), Priors.DayOf(Today) + 400 - random.Next(700));
            var ofTopic = kind == (byte)TopicKind.Question ? (PostFlags)random.Next(8) & (PostFlags.Answered | PostFlags.Closed | PostFlags.HasAnswers) : (random.Next(4) == 0 ? PostFlags.Closed : PostFlags.None) | (kind == (byte)TopicKind.Note ? (PostFlags)(random.Next(4) * 16) : PostFlags.None);
            for (var i = random.Next(1, 6); i > 0; i--)
            {
                var flags = ofTopic | (random.Next(5) == 0 ? PostFlags.IsAccepted : PostFlags.None);
                var post = new SegmentPost(posts.Count + 1, topic, space, random.Next(1, 50), begun.AddDays(random.Next(100)).Ticks, kind == (byte)TopicKind.Note ? day : 0, (short)random.Next(-5, 40), (short)begun.Year, kind, flags, (byte)random.Next(4), 0);
                var number = Add(index, post);
                if (random.Next(8) == 0) index.Delete(number);
                else posts.Add(post);
            }

            if (random.Next(10) == 0) index.Add("somebody");
            if (topic % 250 == 0) index.EndSegment();
        }

        index.EndSegment();
        return posts;
    }

    static int Add(WordIndex index, SegmentPost post) => index.Add("post", more:
    [
        Of(Fields.Id, post.Id), Of(Fields.Topic, post.TopicId), Of(Fields.Space, post.SpaceId), Of(Fields.AuthorId, post.AuthorId), Of(Fields.At, post.At), Of(Fields.Due, post.Due),
        Of(Fields.Score, post.Score), Of(Fields.Begun, post.Begun), Of(Fields.Kind, post.Kind), Of(Fields.Flags, (long)post.Flags), Of(Fields.Part, post.Part),
    ]);

    static NumericDocValuesField Of(string name, long value) => new(name, value);
}
