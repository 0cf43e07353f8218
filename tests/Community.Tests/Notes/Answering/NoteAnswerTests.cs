using Community.Events;
using Community.Notes.Answering;
using Community.Notes.Bench;
using Community.Questions;
using Community.Questions.Promise;
using Community.Spaces;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Notes.Answering;

/// <summary>Which notes answer which questions, and who says so.</summary>
public sealed class NoteAnswerTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task Who_asked_who_keeps_the_space_and_who_keeps_the_note_may_say_it_and_take_it_back()
    {
        var question = await village.Start(village.Member, TopicKind.Question);
        var note = await village.Start(village.Writer, TopicKind.Note, title: "Which tape");
        await VillageActs.Refused(Refusal.Forbidden, () => Say(village.Colleague, question, note));
        foreach (var person in new[] { village.Member, village.Writer, village.Steward, village.Moderator, village.Administrator })
        {
            await Say(person, question, note);
            await Say(person, question, note);
            Assert.Equal([note], await NotesOf(question));
            await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<TakeBackNoteAnswer>().Run(village.Colleague, question, note));
            await village.Verb<TakeBackNoteAnswer>().Run(person, question, note);
            Assert.Empty(await NotesOf(question));
        }

        var events = await village.Read(db => db.Events.Where(e => e.Kind == EventKind.NoteAnswered && (e.TopicId == question || e.TopicId == note)).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(20, events.Count);
        // Who reads the note may not know the question, nor who said it.
        Assert.All(events.Where(e => e.TopicId == note), e => Assert.Null(e.ActorId));
    }

    [Fact]
    public async Task What_one_of_the_two_may_not_be_seen_by_somebody_is_not_there_for_them()
    {
        var closed = await village.Start(village.Writer, TopicKind.Note, space: Village.Unit);
        var question = await village.Start(village.Colleague, TopicKind.Question);
        await VillageActs.Refused(Refusal.NotFound, () => Say(village.Colleague, question, closed));
        var hidden = await village.Start(village.Writer, TopicKind.Question, space: Village.Unit);
        var note = await village.Start(village.Colleague, TopicKind.Note);
        await VillageActs.Refused(Refusal.NotFound, () => Say(village.Colleague, hidden, note));
        await VillageActs.Refused(Refusal.Invalid, () => Say(village.Steward, question, question));

        await Say(village.Steward, question, closed);
        var (seen, unseen) = (await village.Read(async db => await db.NoteAnswersFor(await db.Viewer(village.Writer)).Select(a => a.QuestionId).ToListAsync()), await village.Read(async db => await db.NoteAnswersFor(await db.Viewer(village.Colleague)).Select(a => a.QuestionId).ToListAsync()));
        Assert.Contains(question, seen);
        Assert.DoesNotContain(question, unseen);
    }

    [Fact]
    public async Task What_is_out_of_sight_or_closed_answers_nothing()
    {
        var question = await village.Start(village.Writer, TopicKind.Question);
        var gone = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(gone));
        await VillageActs.Refused(Refusal.Conflict, () => Say(village.Writer, question, gone));
        var closed = await village.Start(village.Writer, TopicKind.Note);
        await village.Verb<CloseTopic>().Run(village.Writer, closed, Outcome.Nothing, "Nobody needs it.");
        await VillageActs.Refused(Refusal.Conflict, () => Say(village.Writer, question, closed));
        for (var i = 0; i < NoteAnswer.MostPerQuestion; i++) await Say(village.Writer, question, await village.Start(village.Writer, TopicKind.Note));
        await VillageActs.Refused(Refusal.Conflict, async () => await Say(village.Writer, question, await village.Start(village.Writer, TopicKind.Note)));
    }

    [Fact]
    public async Task A_question_that_became_a_note_is_closed_and_says_which()
    {
        var question = await village.Start(village.Member, TopicKind.Question);
        var note = await village.Start(village.Writer, TopicKind.Note);
        await VillageActs.Refused(Refusal.Forbidden, () => village.Verb<CloseWithNote>().Run(village.Writer, question, note, "It is written."));
        Assert.Empty(await NotesOf(question));
        await village.Verb<CloseWithNote>().Run(village.Member, question, note, "It is written.");
        Assert.Equal((true, Outcome.Note), ((await village.Topic(question)).IsClosed, (await village.Topic(question)).Closures[0].Outcome));
        Assert.Equal([note], await NotesOf(question));
    }

    [Fact]
    public async Task A_note_from_the_bench_answers_the_questions_it_was_made_of_unless_its_writer_thinks_otherwise()
    {
        var (question, other) = (await village.Start(village.Member, TopicKind.Question, title: "Which tape?"), await village.Start(village.Member, TopicKind.Question, title: "Which glue?"));
        var thread = await village.Start(village.Member, title: "Tape and glue");
        Assert.Equal([question, other], await Published(null));
        Assert.Equal([other], await Published([other, thread]));
        Assert.Empty(await Published([]));

        async Task<List<long>> Published(IReadOnlyList<long>? answers)
        {
            var posts = new[] { await village.Add(village.Colleague, question, Part.Answer), await village.Add(village.Colleague, other, Part.Answer), await village.Add(village.Colleague, thread, Part.Reply) };
            foreach (var post in posts) await village.Verb<AddToBench>().Run(village.Writer, post, null);
            await village.Verb<KeepBench>().Run(village.Writer, new BenchDraft("Tape and glue", "", Village.Institution, "", [], new Dictionary<long, string>()));
            await village.Verb<PutPassages>().Run(village.Writer, await village.Read(db => db.BenchPassages.Where(p => p.PersonId == village.Writer).Select(p => p.Id).ToListAsync()), 0);
            var note = await village.Verb<PublishBench>().Run(village.Writer, answers: answers);
            return await village.Read(db => db.StandingNoteAnswers.Where(a => a.NoteId == note).OrderBy(a => a.QuestionId).Select(a => a.QuestionId).ToListAsync());
        }
    }

    [Fact]
    public async Task It_keeps_what_was_promised_where_somebody_else_named_it()
    {
        await village.Verb<MakePromise>().Run(village.Steward, Village.Partners, PromiseTerms.Default, null);
        var (by, own) = (await village.Start(village.Member, TopicKind.Question, space: Village.Partners), await village.Start(village.Member, TopicKind.Question, space: Village.Partners));
        var note = await village.Start(village.Writer, TopicKind.Note, space: Village.Partners);
        village.Clock.Pass(TimeSpan.FromMinutes(5));
        await Say(village.Writer, by, note);
        await Say(village.Member, own, note);
        Assert.Equal((true, false), await Clock(by));
        Assert.Equal((false, true), await Clock(own));

        // Out of sight it answers nothing, and the promise runs again.
        await village.Verb<WithdrawPost>().Run(village.Writer, await village.Opening(note));
        Assert.Equal((false, false), await Clock(by));
        Assert.Equal((false, false), await Clock(own));
        await village.Verb<RestorePost>().Run(village.Writer, await village.Opening(note));
        Assert.Equal((true, false), await Clock(by));
        Assert.Equal((false, true), await Clock(own));
        await village.Verb<TakeBackNoteAnswer>().Run(village.Writer, by, note);
        Assert.Equal((false, false), await Clock(by));

        async Task<(bool IsAnswered, bool IsEnded)> Clock(long question)
        {
            while (await new FollowQuestions(village.Store, village.Clock).Step(default)) ;
            var clock = await village.Read(db => db.QuestionClocks.AsNoTracking().SingleAsync(c => c.TopicId == question));
            return (clock.AnsweredAt is not null, clock.EndedAt is not null);
        }
    }

    Task Say(long person, long question, long note) => village.Verb<AnswerWithNote>().Run(person, question, note);

    Task<List<long>> NotesOf(long question) => village.Read(db => db.StandingNoteAnswers.Where(a => a.QuestionId == question).Select(a => a.NoteId).ToListAsync());
}
