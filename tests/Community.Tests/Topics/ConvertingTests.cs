using Community.Questions;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Topics;

public sealed class ConvertingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_thread_becomes_a_question_and_back_without_moving_a_row()
    {
        var topic = await village.Start(village.Writer);
        var opening = await village.Opening(topic);
        var reply = await village.Add(village.Member, topic, Part.Reply);
        var under = await village.Add(village.Colleague, topic, Part.Reply, reply);
        var comment = await village.Add(village.Colleague, topic, Part.Comment);
        await village.Verb<CastVote>().Run(village.Writer, reply, 1);

        await Convert(topic, TopicKind.Question);
        Assert.Equal("Opening Answer Comment Comment", await Parts(topic));
        Assert.Equal(1, (await village.Topic(topic)).ReplyCount);
        await village.Verb<AcceptAnswer>().Run(village.Writer, topic, reply);

        await Convert(topic, TopicKind.Thread);
        Assert.Equal("Opening Reply Reply Reply", await Parts(topic));
        Assert.Equal(3, (await village.Topic(topic)).ReplyCount);
        Assert.Equal(reply, await village.Read(db => db.Acceptances.Where(a => a.TopicId == topic).Select(a => a.PostId).SingleAsync()));

        await Convert(topic, TopicKind.Question);
        Assert.Equal("Opening Answer Comment Comment", await Parts(topic));
        Assert.Equal([opening, reply, under, comment], await village.Read(db => db.Posts.Where(p => p.TopicId == topic).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync()));
        Assert.Equal((1, 1, (long?)reply), ((await village.Post(reply)).Score, (await village.Topic(topic)).ReplyCount, (await village.Post(under)).ParentId));
        Assert.True(await village.Read(db => db.Acceptances.AnyAsync(a => a.TopicId == topic && a.PostId == reply)));
    }

    [Fact]
    public async Task What_is_out_of_sight_does_not_count_in_the_new_kind()
    {
        var topic = await village.Start(village.Writer);
        var reply = await village.Add(village.Member, topic, Part.Reply);
        await village.Verb<WithdrawPost>().Run(village.Member, reply);

        await Convert(topic, TopicKind.Question);
        Assert.Equal(0, (await village.Topic(topic)).ReplyCount);

        await village.Verb<RestorePost>().Run(village.Member, reply);
        Assert.Equal(1, (await village.Topic(topic)).ReplyCount);
    }

    [Theory]
    [InlineData(TopicKind.Note, TopicKind.Thread)]
    [InlineData(TopicKind.Note, TopicKind.Question)]
    [InlineData(TopicKind.Thread, TopicKind.Note)]
    [InlineData(TopicKind.Question, TopicKind.Note)]
    [InlineData(TopicKind.Thread, TopicKind.Thread)]
    public async Task A_note_is_distilled_and_never_converted(TopicKind from, TopicKind to)
    {
        var topic = await village.Start(village.Writer, from);

        await VillageActs.Refused(Refusal.Invalid, () => Convert(topic, to));
        Assert.Equal(from, (await village.Topic(topic)).Kind);
    }

    Task Convert(long topic, TopicKind kind) => village.Verb<ConvertTopic>().Run(village.Writer, topic, kind);

    async Task<string> Parts(long topic) => string.Join(' ', await village.Read(db => db.Posts.Where(p => p.TopicId == topic).OrderBy(p => p.Id).Select(p => p.Part).ToListAsync()));
}
