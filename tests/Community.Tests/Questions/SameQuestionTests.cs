using Community.Events;
using Community.Questions.Answering;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Questions;

/// <summary>"I have this question, too."</summary>
public sealed class SameQuestionTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Others_have_a_question_each_once_and_have_it_no_longer()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);

        await Have(village.Member, topic);
        await Have(village.Member, topic);
        await Have(village.Writer, topic);
        Assert.Equal([village.Member, village.Writer], await Having(topic));
        await NoLonger(village.Member, topic);
        await NoLonger(village.Member, topic);
        Assert.Equal([village.Writer], await Having(topic));

        var told = await village.Read(db => db.Events.Where(e => e.TopicId == topic && (e.Kind == EventKind.AlsoAsked || e.Kind == EventKind.AlsoAskedNoMore)).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([EventKind.AlsoAsked, EventKind.AlsoAsked, EventKind.AlsoAskedNoMore], told.Select(e => e.Kind));
        Assert.All(told, e => Assert.True(e.Kind.HidesActor && e.SubjectId == topic && e.PostId is null && e.SpaceId is not null));
    }

    [Fact]
    public async Task Not_the_own_one_nor_a_closed_one_nor_what_is_none_or_out_of_sight()
    {
        var (own, closed, thread) = (await village.Start(village.Member, TopicKind.Question), await village.Start(village.Colleague, TopicKind.Question), await village.Start(village.Colleague));
        await village.Verb<CloseTopic>().Run(village.Colleague, closed, Outcome.Nothing, "Settled otherwise.");
        var gone = await village.Start(village.Colleague, TopicKind.Question);
        await village.Verb<WithdrawPost>().Run(village.Colleague, await village.Opening(gone));
        var secret = await village.Start(village.Writer, TopicKind.Question, Village.Unit);

        await VillageActs.Refused(Refusal.Forbidden, () => Have(village.Member, own));
        await VillageActs.Refused(Refusal.Conflict, () => Have(village.Member, closed));
        await VillageActs.Refused(Refusal.Conflict, () => Have(village.Member, gone));
        await VillageActs.Refused(Refusal.Invalid, () => Have(village.Member, thread));
        foreach (var topic in new[] { secret, 999_999 })
        {
            await VillageActs.Refused(Refusal.NotFound, () => Have(village.Colleague, topic));
            await VillageActs.Refused(Refusal.NotFound, () => NoLonger(village.Colleague, topic));
        }

        Assert.False(await village.Read(db => db.SameQuestions.AnyAsync(s => s.TopicId == own || s.TopicId == closed || s.TopicId == thread || s.TopicId == gone || s.TopicId == secret)));
    }

    [Fact]
    public async Task It_is_taken_back_also_after_the_question_was_closed()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);
        await Have(village.Member, topic);
        await village.Verb<CloseTopic>().Run(village.Colleague, topic, Outcome.Nothing, "Settled otherwise.");

        await NoLonger(village.Member, topic);

        Assert.Empty(await Having(topic));
    }

    Task Have(long personId, long topic) => village.Verb<HaveSameQuestion>().Run(personId, topic);

    Task NoLonger(long personId, long topic) => village.Verb<NoLongerHaveIt>().Run(personId, topic);

    Task<List<long>> Having(long topic) => village.Read(db => db.SameQuestions.Where(s => s.TopicId == topic).OrderBy(s => s.Id).Select(s => s.PersonId).ToListAsync());
}
