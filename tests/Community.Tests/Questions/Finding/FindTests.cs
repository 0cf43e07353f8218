using Community.Events;
using Community.Questions;
using Community.Questions.Finding;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Questions.Finding;

/// <summary>That something was there already when somebody was about to ask.</summary>
public sealed class FindTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task It_counts_once_a_person_topic_and_day_and_not_for_whoever_started_it()
    {
        var note = await village.Start(village.Writer, TopicKind.Note, title: "Mending torn maps");
        var first = await village.Verb<FindAnswer>().Run(village.Member, note, "How do I mend a map?");
        Assert.Equal(first, await village.Verb<FindAnswer>().Run(village.Member, note, "Torn map, what now?"));
        await village.Verb<FindAnswer>().Run(village.Writer, note, "My own");
        Assert.Equal(1, await Counted(note));

        village.Clock.Pass(TimeSpan.FromDays(1));
        Assert.NotEqual(first, await village.Verb<FindAnswer>().Run(village.Member, note, "Again"));
        await village.Verb<FindAnswer>().Run(village.Colleague, note, null);
        Assert.Equal(2, await Counted(note));
        var find = await village.Read(db => db.Finds.AsNoTracking().SingleAsync(f => f.Id == first));
        Assert.Equal((await village.Opening(note), "Torn map, what now?"), (find.PostId, find.Words));
        Assert.All(await village.Read(db => db.Events.Where(e => e.TopicId == note && e.Kind == EventKind.Found).ToListAsync()), e => Assert.True(e.Kind.HidesActor));
    }

    [Fact]
    public async Task Of_a_question_the_accepted_answer_is_what_was_found()
    {
        var question = await village.Start(village.Writer, TopicKind.Question);
        var open = await village.Verb<FindAnswer>().Run(village.Member, question, "");
        var answer = await village.Add(village.Colleague, question, Part.Answer);
        await village.Verb<AcceptAnswer>().Run(village.Writer, question, answer);
        var answered = await village.Verb<FindAnswer>().Run(village.Steward, question, "");

        Assert.Null(await village.Read(db => db.Finds.Where(f => f.Id == open).Select(f => f.PostId).SingleAsync()));
        Assert.Equal(answer, await village.Read(db => db.Finds.Where(f => f.Id == answered).Select(f => f.PostId).SingleAsync()));
    }

    [Fact]
    public async Task The_draft_is_put_aside_and_comes_back_when_the_person_asks_anyway()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        var place = DraftPlace.New(TopicKind.Question);
        var version = await village.Verb<SaveDraft>().Run(village.Member, place, new DraftText("The whole text.", "My question", "", "", "", null, null, "", ""), null);
        var find = await village.Verb<FindAnswer>().Run(village.Member, note, "My question", version);
        Assert.NotNull((await Draft(village.Member)).DiscardedAt);

        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<TakeBackFind>().Run(village.Colleague, find));
        Assert.True(await village.Verb<TakeBackFind>().Run(village.Member, find));
        Assert.Null((await Draft(village.Member)).DiscardedAt);
        Assert.Contains("The whole text.", (await Draft(village.Member)).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Counted(note));
    }

    [Fact]
    public async Task Another_text_that_was_begun_since_is_left_alone()
    {
        var note = await village.Start(village.Writer, TopicKind.Note);
        var place = DraftPlace.New(TopicKind.Question);
        var version = await village.Verb<SaveDraft>().Run(village.Colleague, place, new DraftText("Old.", "Old", "", "", "", null, null, "", ""), null);
        var find = await village.Verb<FindAnswer>().Run(village.Colleague, note, "Old", version);
        await village.Verb<SaveDraft>().Run(village.Colleague, place, new DraftText("New.", "New", "", "", "", null, null, "", ""), null);

        Assert.False(await village.Verb<TakeBackFind>().Run(village.Colleague, find));
        Assert.Contains("New.", (await Draft(village.Colleague)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_may_not_see_answers_nothing()
    {
        var closed = await village.Start(village.Writer, TopicKind.Note, space: Village.Unit);
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<FindAnswer>().Run(village.Colleague, closed, "canary"));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<FindAnswer>().Run(0, closed, "canary"));
        var gone = await village.Start(village.Writer);
        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(gone));
        await VillageActs.Refused(Refusal.NotFound, () => village.Verb<FindAnswer>().Run(village.Member, gone, ""));
        Assert.Equal(0, await Counted(closed));
    }

    async Task<int> Counted(long topic) => (await new KnownTopics(village.Store, new Recent(new LastEvent(village.Store, village.Signal, village.Clock), village.Store)).Facts(topic))!.FoundBy;

    Task<Draft> Draft(long person) => village.Read(db => db.Drafts.AsNoTracking().SingleAsync(d => d.PersonId == person));
}
