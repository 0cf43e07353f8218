using Community.Events;
using Community.Questions;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Questions;

public sealed class AcceptingTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task The_asker_accepts_one_answer_moves_that_and_takes_it_back()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);
        var (first, second) = (await village.Add(village.Member, topic, Part.Answer), await village.Add(village.Writer, topic, Part.Answer));

        await Accept(village.Colleague, topic, first);
        Assert.Equal(first, await Accepted(topic));
        await Accept(village.Colleague, topic, second);
        await Accept(village.Colleague, topic, second);
        Assert.Equal(second, await Accepted(topic));
        await Accept(village.Colleague, topic, null);
        await Accept(village.Colleague, topic, null);
        Assert.Null(await Accepted(topic));

        Assert.Equal([(EventKind.Accepted, first), (EventKind.Unaccepted, first), (EventKind.Accepted, second), (EventKind.Unaccepted, second)],
            (await village.Read(db => db.Events.Where(e => e.TopicId == topic && (e.Kind == EventKind.Accepted || e.Kind == EventKind.Unaccepted)).OrderBy(e => e.Id).ToListAsync())).Select(e => (e.Kind, e.SubjectId)));
    }

    [Fact]
    public async Task Only_an_answer_to_this_question_in_sight_is_accepted()
    {
        var (topic, other) = (await village.Start(village.Colleague, TopicKind.Question), await village.Start(village.Colleague, TopicKind.Question));
        var elsewhere = await village.Add(village.Member, other, Part.Answer);
        var comment = await village.Add(village.Member, topic, Part.Comment);
        var withdrawn = await village.Add(village.Member, topic, Part.Answer);
        await village.Verb<WithdrawPost>().Run(village.Member, withdrawn);
        var secret = await village.Add(village.Member, await village.Start(village.Writer, TopicKind.Question, Village.Unit), Part.Answer);

        foreach (var post in new[] { elsewhere, comment, withdrawn, await village.Opening(topic) })
            await VillageActs.Refused(Refusal.Invalid, () => Accept(village.Colleague, topic, post));
        foreach (var post in new[] { secret, 999_999 })
            await VillageActs.Refused(Refusal.NotFound, () => Accept(village.Colleague, topic, post));
        Assert.Null(await Accepted(topic));
    }

    [Fact]
    public async Task A_refused_change_leaves_the_acceptance_as_it_was()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);
        var answer = await village.Add(village.Member, topic, Part.Answer);
        await Accept(village.Colleague, topic, answer);
        var before = await village.Read(db => db.Events.CountAsync());

        await VillageActs.Refused(Refusal.Invalid, async () => await Accept(village.Colleague, topic, await village.Opening(topic)));

        Assert.Equal((answer, before), (await Accepted(topic), await village.Read(db => db.Events.CountAsync())));
    }

    [Theory]
    [InlineData(TopicKind.Thread, Part.Reply)]
    [InlineData(TopicKind.Note, Part.Comment)]
    public async Task Only_a_question_has_an_accepted_answer(TopicKind kind, Part part)
    {
        var topic = await village.Start(village.Colleague, kind);
        var post = await village.Add(village.Member, topic, part);

        await VillageActs.Refused(Refusal.Invalid, () => Accept(village.Colleague, topic, post));
    }

    Task Accept(long personId, long topic, long? post) => village.Verb<AcceptAnswer>().Run(personId, topic, post);

    Task<long?> Accepted(long topic) => village.Read(db => db.Acceptances.Where(a => a.TopicId == topic).Select(a => (long?)a.PostId).SingleOrDefaultAsync());
}
