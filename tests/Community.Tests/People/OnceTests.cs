using Community.People;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.People;

public sealed class OnceTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task The_same_request_fifty_times_at_once_is_one_post_on_one_topic()
    {
        var topic = await village.Start(village.Writer);
        var elsewhere = new AddPost(village.AnotherProgram(), village.Get<PostTexts>(), village.Clock);
        var once = Once.Of("key-50", "reply", "Linen tape.");

        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? village.Verb<AddPost>() : elsewhere).Run(village.Member, topic, Part.Reply, null, "Linen tape.", once)));

        Assert.Single(ids.Distinct());
        Assert.Equal(1, await village.Read(db => db.Posts.CountAsync(p => p.TopicId == topic && p.Part == Part.Reply)));
        Assert.Equal(1, await village.Read(db => db.Topics.Where(t => t.Id == topic).Select(t => t.ReplyCount).SingleAsync()));
    }

    [Fact]
    public async Task A_key_that_was_used_for_something_else_is_refused_and_nothing_is_written()
    {
        await village.Verb<StartTopic>().Run(village.Writer, Village.Institution, TopicKind.Thread, "First", "Text", [], Once.Of("key-a", "First"));
        var before = await village.Read(db => db.Topics.CountAsync());

        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<StartTopic>().Run(village.Writer, Village.Institution, TopicKind.Thread, "Second", "Text", [], Once.Of("key-a", "Second")));

        Assert.Equal(before, await village.Read(db => db.Topics.CountAsync()));
    }

    [Fact]
    public async Task A_key_belongs_to_one_person()
    {
        var topic = await village.Start(village.Writer);

        var mine = await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Same words.", Once.Of("key-b", "Same words."));
        var theirs = await village.Verb<AddPost>().Run(village.Writer, topic, Part.Reply, null, "Same words.", Once.Of("key-b", "Same words."));

        Assert.NotEqual(mine, theirs);
    }

    [Fact]
    public async Task What_was_refused_may_be_sent_again_with_its_key()
    {
        var topic = await village.Start(village.Writer);
        var once = Once.Of("key-c", "Reply.");
        await village.Verb<CloseTopic>().Run(village.Writer, topic, Outcome.Answered, "Done.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Reply.", once));
        await village.Verb<ReopenTopic>().Run(village.Writer, topic, "Not done.");

        Assert.True(await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Reply.", once) > 0);
    }

    [Fact]
    public async Task Keys_are_forgotten_after_two_days_and_not_before()
    {
        var topic = await village.Start(village.Writer);
        var once = Once.Of("key-d", "Reply.");
        var first = await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Reply.", once);

        village.Clock.Pass(TimeSpan.FromHours(47));
        while (await village.Verb<ForgetKeys>().Run() > 0) { }
        Assert.Equal(first, await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Reply.", once));

        village.Clock.Pass(TimeSpan.FromHours(2));
        while (await village.Verb<ForgetKeys>().Run() > 0) { }
        Assert.NotEqual(first, await village.Verb<AddPost>().Run(village.Member, topic, Part.Reply, null, "Reply.", once));
    }

    [Fact]
    public void A_form_with_another_text_under_the_same_hidden_key_is_another_request()
    {
        Assert.Equal(Once.OfForm("k", "one", null), Once.OfForm("k", "one", null));
        Assert.NotEqual(Once.OfForm("k", "one")!.Key, Once.OfForm("k", "two")!.Key);
        Assert.NotEqual(Once.OfForm("k", "a", "bc")!.Key, Once.OfForm("k", "ab", "c")!.Key);
        Assert.Null(Once.OfForm(new string('k', 65), "one"));
        Assert.Null(Once.OfForm(null, "one"));
    }
}
