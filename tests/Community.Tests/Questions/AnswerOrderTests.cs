using Community.Questions.Answering;

namespace Community.Tests.Questions;

/// <summary>In what order answers stand, and why.</summary>
public sealed class AnswerOrderTests
{
    static readonly DateTime Now = new(2026, 11, 27, 12, 0, 0, DateTimeKind.Utc);
    static readonly DateTime Asked = Now.AddDays(-30);

    // An answer is "id score w3 f1 +400": 3 for whom it worked, 1 for whom not, both yesterday, written 400 days after the question; "a" is accepted, a day after it was written. The question is `age` days old.
    // What comes out: ids in order, each with its reason's letter and count: s worked since, n newer, b better, o overtaken, w worked for more, f failed for some.
    [Theory]
    [InlineData("votes alone give the order of the votes", 30, "1 2|2 5|3 -1|4 0|5 5", "2 5 1 4 3")]
    [InlineData("of two alike the earlier one stands first", 30, "2 0|1 0", "1 2")]
    [InlineData("the accepted one stands first", 30, "1 9|2 0 a", "2 1")]
    [InlineData("also where others worked for more, as long as nobody says that it does not work", 30, "1 9 w6|2 0 a w1", "2 1")]
    [InlineData("one failure does not outweigh many for whom it worked", 30, "1 0 w2|2 0 a w20 f1", "2 1")]
    [InlineData("said not to work: what worked since stands first", 30, "1 0 w4|2 5 a f1", "1s4 2o1")]
    [InlineData("one for whom it worked is not several", 30, "1 0 w1|2 0 a f3", "2 1")]
    [InlineData("several stand before it, the best first", 30, "1 0 w2|2 0 a f1|3 0 w5|4 9", "3s5 1s2 2o1 4")]
    [InlineData("an old acceptance, and a newer answer that worked", 2500, "1 0 a w1|2 0 w3 +2400", "2n3 1o0")]
    [InlineData("newer, but it worked for one only", 500, "1 0 a|2 0 w1 +400", "1 2")]
    [InlineData("newer, but the accepted one has more merit", 2500, "1 0 a w9|2 0 w3 +2400", "1 2")]
    [InlineData("newer by a month only", 300, "1 0 a|2 0 w3 +30", "1 2")]
    [InlineData("an old acceptance, and many more votes for another", 2500, "1 1 a|2 40", "2b0 1o0")]
    [InlineData("an old acceptance, and a few more votes for another", 2500, "1 6 a|2 9", "1 2")]
    [InlineData("a young acceptance, and many more votes for another", 30, "1 1 a|2 40", "1 2")]
    [InlineData("what worked stands before what has a few more votes", 30, "1 3|2 0 w4", "2w4 1")]
    [InlineData("what failed stands behind what has fewer votes", 30, "1 3 f3|2 1", "2 1f3")]
    [InlineData("an answer that only failed stands last", 30, "1 0 f1|2 0", "2 1")]
    [InlineData("what is out of sight stands last, also when it was accepted", 30, "1 9 a x|2 0|3 -2", "2 3 1")]
    public void Answers_stand_in_their_order_with_a_reason(string why, int age, string answers, string expected)
    {
        var (facts, accepted) = Read(answers, Now.AddDays(-age));

        Assert.Equal((why, expected), (why, Written(AnswerOrder.Of(facts, accepted, Now))));
    }

    [Fact]
    public void Failures_from_before_the_acceptance_move_nothing()
    {
        var failed = new AnswerFacts(1, Asked, 0, [new Saying(DateOnly.FromDateTime(Asked), false)]);
        var worked = new AnswerFacts(2, Asked, 0, [.. Enumerable.Repeat(new Saying(DateOnly.FromDateTime(Now), true), 3)]);

        Assert.Equal("1 2", Written(AnswerOrder.Of([failed, worked], new AcceptedFact(1, Asked.AddDays(2)), Now)));
        Assert.Equal("2s3 1o1", Written(AnswerOrder.Of([failed, worked], new AcceptedFact(1, Asked), Now)));
    }

    [Fact]
    public void What_worked_before_the_failure_is_not_said_to_have_worked_since()
    {
        var failed = new AnswerFacts(1, Asked, 0, [new Saying(DateOnly.FromDateTime(Now), false)]);
        var worked = new AnswerFacts(2, Asked, 0, [.. Enumerable.Repeat(new Saying(DateOnly.FromDateTime(Now).AddDays(-1), true), 3)]);

        Assert.Equal("1 2", Written(AnswerOrder.Of([failed, worked], new AcceptedFact(1, Asked), Now)));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 9, 0)]
    [InlineData(1, 0, 0.2065)]
    [InlineData(10, 0, 0.7225)]
    [InlineData(10, 10, 0.2993)]
    public void The_bound_is_wilsons(double speaksFor, double speaksAgainst, double expected) => Assert.Equal(expected, AnswerOrder.LowerBound(speaksFor, speaksAgainst), 4);

    [Fact]
    public void Whatever_comes_in_comes_out_once_and_what_stands_before_the_accepted_one_says_why()
    {
        var random = new Random(12);
        for (var round = 0; round < 2_000; round++)
        {
            var (facts, accepted) = Made(random);
            var order = AnswerOrder.Of(facts, accepted, Now);

            Assert.Equal(facts.Select(f => f.Id).Order(), order.Select(p => p.Id).Order());
            Assert.Equal(order, AnswerOrder.Of(facts.OrderBy(_ => random.Next()), accepted, Now));
            var place = accepted is null ? 0 : order.ToList().FindIndex(p => p.Id == accepted.Id);
            Assert.All(order.Take(place), p => Assert.True(p.Place!.Reason is AnswerReason.WorkedSince or AnswerReason.Newer or AnswerReason.Better && p.Place.AcceptedAt == accepted!.At && p.Place.IsFirst == (p == order[0])));
            Assert.All(order.Skip(place + 1), p => Assert.True(p.Place is null or { Reason: AnswerReason.WorkedForMore or AnswerReason.FailedForSome, Count: > 0 }));
            if (accepted is not null) Assert.Equal(place > 0, order[place].Place?.Reason == AnswerReason.Overtaken);

            // Against the votes nothing stands without a word.
            var rest = order.Skip(place + (accepted is null ? 0 : 1)).Select(p => (p.Place, facts.Find(f => f.Id == p.Id)!.Score)).ToList();
            foreach (var (above, below) in rest.Zip(rest.Skip(1)).Where(pair => pair.First.Score < pair.Second.Score)) Assert.True(above.Place is not null || below.Place is not null);
        }
    }

    [Fact]
    public void Another_for_whom_it_worked_never_makes_a_place_worse_and_another_for_whom_it_did_not_never_better()
    {
        var random = new Random(34);
        for (var round = 0; round < 2_000; round++)
        {
            var (facts, accepted) = Made(random);
            var one = facts[random.Next(facts.Count)];
            var worked = random.Next(2) == 0;
            var changed = facts.ConvertAll(f => f == one ? f with { Said = [.. f.Said, new Saying(DateOnly.FromDateTime(Now), worked)] } : f);
            var (before, after) = (Place(facts), Place(changed));

            Assert.True(worked ? after <= before : after >= before, $"{one.Id} from {before} to {after}");

            int Place(List<AnswerFacts> of) => AnswerOrder.Of(of, accepted, Now).ToList().FindIndex(p => p.Id == one.Id);
        }
    }

    static (List<AnswerFacts> Facts, AcceptedFact? Accepted) Made(Random random)
    {
        var facts = Enumerable.Range(1, random.Next(1, 8)).Select(id => new AnswerFacts(id, Now.AddDays(-random.Next(1, 1_500)), random.Next(-3, 12),
            [.. Enumerable.Range(0, random.Next(5)).Select(_ => new Saying(DateOnly.FromDateTime(Now).AddDays(-random.Next(1_500)), random.Next(3) > 0))])).ToList();
        return (facts, random.Next(3) == 0 ? null : new AcceptedFact(facts[0].Id, facts[0].At.AddDays(1)));
    }

    static (List<AnswerFacts>, AcceptedFact?) Read(string answers, DateTime asked)
    {
        AcceptedFact? accepted = null;
        var facts = answers.Split('|').Select(one =>
        {
            var words = one.Split(' ');
            var (id, at) = (Number(words[0]), asked.AddDays(Of('+')));
            if (words.Contains("a")) accepted = new AcceptedFact(id, at.AddDays(1));
            return new AnswerFacts(id, at, Number(words[1]), [.. Said('w', true), .. Said('f', false)], !words.Contains("x"));

            int Of(char letter) => words.Skip(2).Where(word => word[0] == letter).Select(word => Number(word[1..])).FirstOrDefault();
            IEnumerable<Saying> Said(char letter, bool worked) => Enumerable.Repeat(new Saying(DateOnly.FromDateTime(Now).AddDays(-1), worked), Of(letter));
        }).ToList();
        return (facts, accepted);
    }

    static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static string Written(IEnumerable<PlacedAnswer> order) => string.Join(' ', order.Select(one => $"{one.Id}{(one.Place is { } place ? $"{"snbowf"[(int)place.Reason]}{place.Count}" : "")}"));
}
