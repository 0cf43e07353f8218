using Community.Search.Routing;

namespace Community.Tests.Questions.Promise;

/// <summary>Who answered lately comes before who knows as much and did not; who knows nothing comes never.</summary>
public sealed class ReadinessTests
{
    [Fact]
    public void An_answer_speaks_half_as_much_after_two_weeks_and_no_more_after_sixteen() =>
        Assert.Equal([1, 0.5, 0.25, 0], new[] { 0.0, 14, 28, 112 }.Select(days => Readiness.Of([TimeSpan.FromDays(days)])));

    [Fact]
    public void An_answer_from_the_future_is_one_of_now() => Assert.Equal(1, Readiness.Of([TimeSpan.FromDays(-3)]));

    [Theory]
    [InlineData(10, 0, 10, 1, "the readier of equals")]
    [InlineData(10, 0, 14, 0, "more evidence of equals")]
    [InlineData(10, 1, 20, 0, "twice the evidence beside one answer")]
    [InlineData(0, 50, 1, 0, "some evidence beside none, however ready")]
    public void Of_two_people_the_second_is_likelier(double evidence, double readiness, double more, double readier, string why) =>
        Assert.True(Readiness.Likelihood(evidence, readiness) < Readiness.Likelihood(more, readier), why);
}
