using Community.Events;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class ModeratingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_hidden_post_is_read_by_its_author_and_moderators_only_and_comes_back_with_a_reason()
    {
        var topic = await village.Start(village.Writer);
        var reply = await village.Add(village.Member, topic, Part.Reply);

        await village.Verb<RemovePost>().Run(village.Moderator, reply, "Names a reader.");

        var post = await village.Post(reply);
        foreach (var (person, isReader) in new[] { (village.Member, true), (village.Moderator, true), (village.Administrator, true), (village.Steward, false), (village.Writer, false) })
            Assert.Equal(isReader, post.IsReadableBy(await village.Read(db => db.Viewer(person))));
        Assert.Equal((Standing.Removed, 0), (post.Standing, (await village.Topic(topic)).ReplyCount));

        await village.Verb<ReinstatePost>().Run(village.Administrator, reply, "The name was made up.");

        Assert.Equal((Standing.Published, 1), ((await village.Post(reply)).Standing, (await village.Topic(topic)).ReplyCount));
        var removal = await village.Read(db => db.Removals.SingleAsync(r => r.PostId == reply));
        Assert.Equal(("Names a reader.", village.Moderator, "The name was made up.", (long?)village.Administrator), (removal.Reason, removal.ById, removal.LiftReason, removal.LiftedById));
    }

    [Fact]
    public async Task Hiding_and_bringing_back_each_say_why_and_happen_once()
    {
        var post = await village.Opening(await village.Start(village.Writer));

        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<RemovePost>().Run(village.Moderator, post, " "));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<ReinstatePost>().Run(village.Moderator, post, "It stands."));
        await village.Verb<RemovePost>().Run(village.Moderator, post, "Off topic.");
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<RemovePost>().Run(village.Administrator, post, "Off topic."));
        await VillageActs.Refused(Refusal.Invalid, () => village.Verb<ReinstatePost>().Run(village.Moderator, post, ""));

        Assert.Equal(1, await village.Read(db => db.Removals.CountAsync(r => r.PostId == post && r.LiftedAt == null)));
    }

    [Fact]
    public async Task A_moved_topic_is_gone_for_those_who_cannot_read_its_new_space()
    {
        var topic = await village.Start(village.Colleague);

        await village.Verb<MoveTopic>().Run(village.Administrator, topic, Village.Unit);

        foreach (var (person, isReader) in new[] { (village.Colleague, false), (village.Moderator, false), (village.Member, true), (village.UnitMember, true), (village.Guest, true), (village.Stranger, false) })
        {
            var viewer = await village.Read(db => db.Viewer(person));
            Assert.Equal(isReader, await village.Read(db => db.Topics.VisibleTo(viewer).AnyAsync(t => t.Id == topic)));
        }

        await VillageActs.Refused(Refusal.NotFound, () => village.Add(village.Colleague, topic, Part.Reply));
    }

    [Fact]
    public async Task Nobody_moves_a_topic_into_a_space_that_they_cannot_read_or_that_it_is_in()
    {
        var topic = await village.Start(village.Writer);

        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MoveTopic>().Run(village.Moderator, topic, Village.Unit));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<MoveTopic>().Run(village.Moderator, topic, "no-such-space"));
        await VillageActs.Refused(Refusal.Conflict, () => village.Verb<MoveTopic>().Run(village.Moderator, topic, Village.Institution));
    }

    [Fact]
    public async Task A_pin_belongs_to_a_space_and_does_not_go_with_a_moved_topic()
    {
        var topic = await village.Start(village.Writer);
        await village.Verb<PinTopic>().Run(village.Steward, topic, true);

        await village.Verb<MoveTopic>().Run(village.Moderator, topic, Village.Public);

        Assert.False(await village.Read(db => db.Pins.AnyAsync(p => p.TopicId == topic)));
    }

    [Fact]
    public async Task Pinning_twice_is_pinning_once()
    {
        var topic = await village.Start(village.Writer);

        foreach (var isPinned in new[] { true, true, false, false }) await village.Verb<PinTopic>().Run(village.Moderator, topic, isPinned);

        Assert.Equal(3, await village.Read(db => db.Events.CountAsync(e => e.TopicId == topic)));
    }
}
