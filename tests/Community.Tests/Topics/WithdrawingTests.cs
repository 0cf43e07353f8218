using Community.Events;
using Community.Governance;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class WithdrawingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_withdrawn_reply_is_a_tombstone_that_only_its_author_reads_and_it_no_longer_counts()
    {
        var topic = await village.Start(village.Writer);
        var reply = await village.Add(village.Member, topic, Part.Reply);
        var under = await village.Add(village.Colleague, topic, Part.Reply, reply);

        await village.Verb<WithdrawPost>().Run(village.Member, reply);

        var post = await village.Post(reply);
        Assert.Equal(Standing.Withdrawn, post.Standing);
        Assert.True(post.IsReadableBy(await Viewer(village.Member)));
        foreach (var other in new[] { village.Administrator, village.Moderator, village.Steward, village.Writer, village.Guest })
            Assert.False(post.IsReadableBy(await Viewer(other)));
        Assert.Equal(1, (await village.Topic(topic)).ReplyCount);
        Assert.Equal(Standing.Published, (await village.Post(under)).Standing);
        Assert.Equal((false, true), await Places(village.Moderator, reply));
    }

    [Fact]
    public async Task A_topic_whose_opening_was_withdrawn_is_in_no_list_and_its_replies_stay()
    {
        var topic = await village.Start(village.Writer);
        await village.Add(village.Member, topic, Part.Reply);

        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(topic));

        var viewer = await Viewer(village.Member);
        Assert.Equal((0, 1), await village.Read(async db => (await db.Topics.ListedFor(viewer).CountAsync(t => t.Id == topic), await db.Topics.VisibleTo(viewer).CountAsync(t => t.Id == topic))));
        Assert.Equal(1, (await village.Topic(topic)).ReplyCount);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(29, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public async Task It_can_be_restored_for_30_days(int days, bool isRestored)
    {
        var topic = await village.Start(village.Writer);
        var reply = await village.Add(village.Member, topic, Part.Reply);
        await village.Verb<WithdrawPost>().Run(village.Member, reply);
        village.Clock.Pass(TimeSpan.FromDays(days));

        if (isRestored) await village.Verb<RestorePost>().Run(village.Member, reply);
        else await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RestorePost>().Run(village.Member, reply));

        Assert.Equal(isRestored ? Standing.Published : Standing.Withdrawn, (await village.Post(reply)).Standing);
        Assert.Equal(isRestored ? 1 : 0, (await village.Topic(topic)).ReplyCount);
    }

    [Fact]
    public async Task After_30_days_text_title_and_revisions_are_erased_and_the_tombstone_stays()
    {
        var topic = await village.Start(village.Writer, title: "secret title", body: "secret one");
        var post = await village.Opening(topic);
        await village.Verb<RevisePost>().Run(village.Writer, post, new Edit("secret two", "secret summary", null));
        await village.Verb<WithdrawPost>().Run(village.Writer, post);

        village.Clock.Pass(TimeSpan.FromDays(30));
        await village.Verb<EraseWithdrawn>().Run();
        Assert.Equal("secret two", (await village.Post(post)).Revisions[1].Source);

        village.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.NotEqual(0, await village.Verb<EraseWithdrawn>().Run());
        Assert.Equal(0, await village.Verb<EraseWithdrawn>().Run());

        var erased = await village.Post(post);
        Assert.Equal(Standing.Withdrawn, erased.Standing);
        Assert.All(erased.Revisions, r => Assert.Equal(("", "", ""), (r.Source, r.Html, r.Summary)));
        Assert.DoesNotContain("secret", (await village.Topic(topic)).Title, StringComparison.Ordinal);
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RestorePost>().Run(village.Writer, post));
        Assert.Equal(1, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Erased && e.SubjectId == post && e.ActorId == null)));
    }

    [Fact]
    public async Task What_was_restored_is_not_erased_later_and_a_second_withdrawal_begins_anew()
    {
        var post = await village.Opening(await village.Start(village.Writer, body: "kept"));
        await village.Verb<WithdrawPost>().Run(village.Writer, post);
        await village.Verb<RestorePost>().Run(village.Writer, post);
        village.Clock.Pass(TimeSpan.FromDays(40));
        await village.Verb<EraseWithdrawn>().Run();
        Assert.Equal("kept", (await village.Post(post)).Revisions.Single().Source);

        await village.Verb<WithdrawPost>().Run(village.Writer, post);
        await village.Verb<EraseWithdrawn>().Run();
        await village.Verb<RestorePost>().Run(village.Writer, post);

        Assert.Equal("kept", (await village.Post(post)).Revisions.Single().Source);
    }

    [Fact]
    public async Task A_question_that_somebody_else_answered_stays_and_its_name_can_come_off()
    {
        var topic = await village.Start(village.Writer, TopicKind.Question);
        var question = await village.Opening(topic);
        await village.Add(village.Writer, topic, Part.Answer);
        var answer = await village.Add(village.Member, topic, Part.Answer);

        Assert.StartsWith("Somebody has answered this question", (await VillageActs.Refused(Refusal.Conflict, () => village.Verb<WithdrawPost>().Run(village.Writer, question))).Message, StringComparison.Ordinal);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<UnnamePost>().Run(village.Moderator, question));
        await village.Verb<UnnamePost>().Run(village.Writer, question);

        Assert.NotNull((await village.Post(question)).UnnamedAt);
        Assert.Equal(1, await village.Read(db => db.Events.CountAsync(e => e.Kind == EventKind.Unnamed && e.SubjectId == question && e.ActorId == null)));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<UnnamePost>().Run(village.Member, answer));
    }

    [Fact]
    public async Task Making_an_answered_question_a_thread_is_no_way_around_that()
    {
        var topic = await village.Start(village.Writer, TopicKind.Question);
        var question = await village.Opening(topic);
        await village.Add(village.Member, topic, Part.Answer);

        await VillageActs.Refused(Refusal.Conflict, async () =>
        {
            await village.Verb<ConvertTopic>().Run(village.Writer, topic, TopicKind.Thread);
            await village.Verb<WithdrawPost>().Run(village.Writer, question);
            await village.Verb<ConvertTopic>().Run(village.Writer, topic, TopicKind.Question);
        });
    }

    [Fact]
    public async Task A_question_that_only_its_asker_answered_can_be_withdrawn()
    {
        var topic = await village.Start(village.Writer, TopicKind.Question);
        await village.Add(village.Writer, topic, Part.Answer);
        await village.Add(village.Member, topic, Part.Comment);

        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(topic));
    }

    [Fact]
    public async Task What_is_out_of_sight_is_not_withdrawn_again_and_what_stands_is_not_restored()
    {
        var post = await village.Opening(await village.Start(village.Writer));

        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RestorePost>().Run(village.Writer, post));
        await village.Verb<RemovePost>().Run(village.Moderator, post, "Off topic.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<WithdrawPost>().Run(village.Writer, post));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RestorePost>().Run(village.Writer, post));
    }

    [Fact]
    public async Task A_question_with_an_accepted_answer_stays_also_when_the_asker_wrote_it()
    {
        var topic = await village.Start(village.Member, TopicKind.Question);
        var opening = await village.Opening(topic);
        var own = await village.Add(village.Member, topic, Part.Answer);
        var accept = village.Verb<Community.Questions.AcceptAnswer>();
        await accept.Run(village.Member, topic, own);

        Assert.Contains("accepted answer", (await VillageActs.Refused(Refusal.Conflict, () => village.Verb<WithdrawPost>().Run(village.Member, opening))).Message, StringComparison.Ordinal);
        await accept.Run(village.Member, topic, null);
        await village.Verb<WithdrawPost>().Run(village.Member, opening);
        Assert.Equal(Standing.Withdrawn, (await village.Post(opening)).Standing);
    }

    [Fact]
    public async Task An_accepted_answer_that_was_taken_back_holds_the_question_no_longer()
    {
        var topic = await village.Start(village.Member, TopicKind.Question);
        var own = await village.Add(village.Member, topic, Part.Answer);
        await village.Verb<Community.Questions.AcceptAnswer>().Run(village.Member, topic, own);
        await village.Verb<WithdrawPost>().Run(village.Member, own);

        await village.Verb<WithdrawPost>().Run(village.Member, await village.Opening(topic));
    }

    Task<Viewer> Viewer(long personId) => village.Read(db => db.Viewer(personId));

    async Task<(bool IsListed, bool IsThere)> Places(long personId, long postId)
    {
        var viewer = await Viewer(personId);
        return await village.Read(async db => (await db.Posts.ListedFor(viewer).AnyAsync(p => p.Id == postId), await db.Posts.VisibleTo(viewer).AnyAsync(p => p.Id == postId)));
    }
}
