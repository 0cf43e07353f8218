using Community.Spaces;
using Community.Topics;

namespace Community.Tests.Topics;

public sealed class PostingTests(Village village) : IClassFixture<Village>
{
    const string Parts = "A thread takes replies and comments, a question answers and comments, a note comments.";

    [Theory]
    [InlineData(TopicKind.Thread, Part.Reply, true)]
    [InlineData(TopicKind.Thread, Part.Comment, true)]
    [InlineData(TopicKind.Thread, Part.Answer, false)]
    [InlineData(TopicKind.Thread, Part.Opening, false)]
    [InlineData(TopicKind.Question, Part.Answer, true)]
    [InlineData(TopicKind.Question, Part.Comment, true)]
    [InlineData(TopicKind.Question, Part.Reply, false)]
    [InlineData(TopicKind.Question, Part.Opening, false)]
    [InlineData(TopicKind.Note, Part.Comment, true)]
    [InlineData(TopicKind.Note, Part.Reply, false)]
    [InlineData(TopicKind.Note, Part.Answer, false)]
    [InlineData(TopicKind.Note, Part.Opening, false)]
    public async Task Each_kind_takes_its_own_parts(TopicKind kind, Part part, bool isTaken)
    {
        var topic = await village.Start(village.Writer, kind);

        if (isTaken) Assert.Equal(part, (await village.Post(await village.Add(village.Member, topic, part))).Part);
        else Assert.Equal(Parts, (await VillageActs.Refused(Refusal.Invalid, () => village.Add(village.Member, topic, part))).Message);
    }

    [Fact]
    public async Task Replies_and_answers_count_and_comments_do_not()
    {
        var topic = await village.Start(village.Writer, TopicKind.Question);
        village.Clock.Pass(TimeSpan.FromHours(1));
        var answer = await village.Add(village.Member, topic, Part.Answer);
        var answeredAt = village.Clock.Now();
        village.Clock.Pass(TimeSpan.FromHours(1));
        await village.Add(village.Writer, topic, Part.Comment, answer);

        var seen = await village.Topic(topic);
        Assert.Equal((1, answeredAt), (seen.ReplyCount, seen.LastPostAt));
    }

    [Fact]
    public async Task A_comment_without_a_parent_stands_under_the_opening()
    {
        var topic = await village.Start(village.Writer);

        var comment = await village.Post(await village.Add(village.Member, topic, Part.Comment));

        Assert.Equal(await village.Opening(topic), comment.ParentId);
    }

    [Fact]
    public async Task An_answer_under_another_answer_is_refused()
    {
        var topic = await village.Start(village.Writer, TopicKind.Question);
        var answer = await village.Add(village.Member, topic, Part.Answer);

        await VillageActs.Refused(Refusal.Invalid, () => village.Add(village.Writer, topic, Part.Answer, answer));
    }

    [Fact]
    public async Task A_post_under_a_post_of_another_topic_is_refused()
    {
        var (here, there) = (await village.Start(village.Writer), await village.Start(village.Writer));
        var elsewhere = await village.Add(village.Member, there, Part.Reply);

        foreach (var part in new[] { Part.Reply, Part.Comment })
            await VillageActs.Refused(Refusal.Invalid, () => village.Add(village.Member, here, part, elsewhere));
    }

    [Fact]
    public async Task A_post_under_a_post_out_of_sight_is_refused()
    {
        var topic = await village.Start(village.Writer);
        var reply = await village.Add(village.Member, topic, Part.Reply);
        await village.Verb<WithdrawPost>().Run(village.Member, reply);

        await VillageActs.Refused(Refusal.Conflict, () => village.Add(village.Writer, topic, Part.Comment, reply));
    }

    [Fact]
    public async Task A_post_under_a_post_that_one_cannot_see_is_as_if_it_were_not_there()
    {
        var secret = await village.Start(village.Writer, space: Village.Unit);
        var hidden = await village.Opening(secret);
        var topic = await village.Start(village.Writer);

        await VillageActs.Refused(Refusal.NotFound, () => village.Add(village.Colleague, topic, Part.Comment, hidden));
        await VillageActs.Refused(Refusal.NotFound, () => village.Add(village.Colleague, topic, Part.Comment, 999_999));
    }

    [Fact]
    public async Task A_closed_topic_takes_no_posts_until_it_is_opened_again()
    {
        var topic = await village.Start(village.Writer);
        await village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Decided, "Linen it is.");

        foreach (var part in new[] { Part.Reply, Part.Comment })
            Assert.StartsWith("This topic is closed.", (await VillageActs.Refused(Refusal.Conflict, () => village.Add(village.Administrator, topic, part))).Message, StringComparison.Ordinal);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Decided, "Again."));

        await village.Verb<ReopenTopic>().Run(village.Writer, topic, "A new tape came.");
        await village.Add(village.Member, topic, Part.Reply);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReopenTopic>().Run(village.Writer, topic, "Again."));
        var closure = Assert.Single((await village.Topic(topic)).Closures);
        Assert.Equal(("Linen it is.", "A new tape came.", (long?)village.Writer), (closure.Reason, closure.ReopenReason, closure.ReopenedById));
    }

    [Fact]
    public async Task Closing_says_why()
    {
        var topic = await village.Start(village.Writer);

        foreach (var reason in new[] { "", "   ", new string('x', Closure.MaxReasonLength + 1) })
            Assert.Equal("Reason", (await VillageActs.Refused(Refusal.Invalid, () => village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Nothing, reason))).Field);
        Assert.False((await village.Topic(topic)).IsClosed);
    }

    [Fact]
    public async Task Who_left_a_Unit_space_can_no_longer_write_there()
    {
        var topic = await village.Start(village.Writer, space: Village.Unit);
        var person = await village.Person("Lev Gone");
        await village.Enrol(Village.Unit, person);
        await village.Add(person, topic, Part.Reply);

        await village.Verb<DismissPerson>().Run(village.Steward, Village.Unit, person);

        await VillageActs.Refused(Refusal.NotFound, () => village.Add(person, topic, Part.Reply));
    }

    [Fact]
    public async Task Somebody_whose_account_is_closed_counts_as_nobody()
    {
        var topic = await village.Start(village.Writer);
        var person = await village.Person("Clara Closed");
        await village.Verb<Community.People.ClosePerson>().Run(village.Administrator, person);

        await VillageActs.Refused(Refusal.NotFound, () => village.Add(person, topic, Part.Reply));
        Assert.False((await village.Read(db => db.Viewer(person))).IsSignedIn);
    }
}
