using Community.Notes.Answering;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Api;

/// <summary>Notes that answer questions.</summary>
static class NoteAnswersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/questions/{id:long}/notes", Notes).WithName("listAnsweringNotes").WithSummary("List the notes that answer a question").WithDescription("Those that the caller may see, at most ten.");
        api.MapGet("/notes/{id:long}/questions", Questions).WithName("listAnsweredQuestions").WithSummary("List the questions that a note answers").WithDescription("Those that the caller may see, the newest first, at most a hundred.");
        api.MapPut("/questions/{id:long}/notes/{noteId:long}", Answer).WithName("answerWithNote").WithSummary("Say that a note answers a question").Refuses(403, 409, 422);
        api.MapDelete("/questions/{id:long}/notes/{noteId:long}", TakeBack).WithName("takeBackNoteAnswer").WithSummary("Say that a note does not answer a question").Refuses(403, 422);
    }

    static async Task<Ok<Page<ListedTopic>>> Notes(long id, TopicReading reading, CommunityContext db, CurrentViewer current, TopicAnswers answers, CancellationToken stop)
    {
        await Of(TopicKind.Question, id, reading);
        var notes = db.NoteAnswersFor(await current.Get());
        return TypedResults.Ok(new Page<ListedTopic>(await answers.Load(db.Topics.AsNoTracking().Where(t => notes.Any(a => a.QuestionId == id && a.NoteId == t.Id)).OrderBy(t => t.Id), stop), null, null));
    }

    static async Task<Ok<Page<ListedTopic>>> Questions(long id, TopicReading reading, CommunityContext db, CurrentViewer current, TopicAnswers answers, CancellationToken stop)
    {
        await Of(TopicKind.Note, id, reading);
        var ties = db.StandingNoteAnswers;
        var questions = db.Topics.AsNoTracking().ListedFor(await current.Get()).Where(t => t.Kind == TopicKind.Question && ties.Any(a => a.NoteId == id && a.QuestionId == t.Id)).OrderByDescending(t => t.Id).Take(Paging.MaxLimit);
        return TypedResults.Ok(new Page<ListedTopic>(await answers.Load(questions, stop), null, null));
    }

    static async Task<NoContent> Answer(long id, long noteId, AnswerWithNote answer, CurrentViewer current, CancellationToken stop)
    {
        await answer.Run(current.PersonId, id, noteId, stop);
        return TypedResults.NoContent();
    }

    static async Task<NoContent> TakeBack(long id, long noteId, TakeBackNoteAnswer back, CurrentViewer current, CancellationToken stop)
    {
        await back.Run(current.PersonId, id, noteId, stop);
        return TypedResults.NoContent();
    }

    static async Task Of(TopicKind kind, long id, TopicReading reading)
    {
        if ((await reading.Find(id)).Kind != kind) throw new RefusedException(Refusal.NotFound, "There is no such topic, or it is not for you.");
    }
}
