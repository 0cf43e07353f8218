using Community.Events;
using Community.Questions.Answering;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Questions;

/// <summary>"Also worked for me", beside the one accepted answer.</summary>
public sealed class HelpfulMarkTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Several_mark_several_answers_each_once_and_take_it_back()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);
        var (first, second) = (await village.Add(village.Member, topic, Part.Answer), await village.Add(village.Writer, topic, Part.Answer));

        await Mark(village.Colleague, first);
        await Mark(village.Colleague, first);
        await Mark(village.Colleague, second);
        await Mark(village.Writer, first);
        Assert.Equal([village.Colleague, village.Writer], await Marked(first));
        Assert.Equal([village.Colleague], await Marked(second));
        await Unmark(village.Colleague, first);
        await Unmark(village.Colleague, first);
        Assert.Equal([village.Writer], await Marked(first));

        var told = await village.Read(db => db.Events.Where(e => e.TopicId == topic && (e.Kind == EventKind.Helped || e.Kind == EventKind.HelpTakenBack)).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal([(EventKind.Helped, first), (EventKind.Helped, second), (EventKind.Helped, first), (EventKind.HelpTakenBack, first)], told.Select(e => (e.Kind, e.SubjectId)));
        Assert.All(told, e => Assert.True(e.Kind.HidesActor && e.PostId == e.SubjectId && e.SpaceId is not null));
    }

    [Fact]
    public async Task Only_somebody_elses_answer_in_sight_is_marked()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);
        var answer = await village.Add(village.Member, topic, Part.Answer);
        var comment = await village.Add(village.Member, topic, Part.Comment);
        var withdrawn = await village.Add(village.Member, topic, Part.Answer);
        await village.Verb<WithdrawPost>().Run(village.Member, withdrawn);
        var reply = await village.Add(village.Member, await village.Start(village.Colleague), Part.Reply);
        var secret = await village.Add(village.Member, await village.Start(village.Writer, TopicKind.Question, Village.Unit), Part.Answer);

        await VillageActs.Refused(Refusal.Forbidden, () => Mark(village.Member, answer));
        foreach (var post in new[] { comment, reply, await village.Opening(topic) }) await VillageActs.Refused(Refusal.Invalid, () => Mark(village.Writer, post));
        await VillageActs.Refused(Refusal.Conflict, () => Mark(village.Writer, withdrawn));
        foreach (var post in new[] { secret, 999_999 })
        {
            await VillageActs.Refused(Refusal.NotFound, () => Mark(village.Colleague, post));
            await VillageActs.Refused(Refusal.NotFound, () => Unmark(village.Colleague, post));
        }

        Assert.False(await village.Read(db => db.HelpfulMarks.AnyAsync(m => m.Post.TopicId == topic || m.PostId == reply || m.PostId == secret)));
        Assert.False(await village.Read(db => db.Events.AnyAsync(e => e.TopicId == topic && e.Kind == EventKind.Helped)));
    }

    [Fact]
    public async Task Marks_of_an_answer_that_became_a_reply_do_not_count_until_it_is_an_answer_again()
    {
        var topic = await village.Start(village.Colleague, TopicKind.Question);
        var answer = await village.Add(village.Member, topic, Part.Answer);
        await Mark(village.Writer, answer);

        await village.Verb<ConvertTopic>().Run(village.Colleague, topic, TopicKind.Thread);
        Assert.Empty(await Marked(answer));
        await village.Verb<ConvertTopic>().Run(village.Colleague, topic, TopicKind.Question);
        Assert.Equal([village.Writer], await Marked(answer));
    }

    Task Mark(long personId, long post) => village.Verb<MarkHelpful>().Run(personId, post);

    Task Unmark(long personId, long post) => village.Verb<UnmarkHelpful>().Run(personId, post);

    Task<List<long>> Marked(long post) => village.Read(db => db.HelpfulMarks.Counted().Where(m => m.PostId == post).OrderBy(m => m.Id).Select(m => m.PersonId).ToListAsync());
}
