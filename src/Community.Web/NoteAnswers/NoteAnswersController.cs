using Community.Notes.Answering;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.NoteAnswers;

/// <summary>Notes that answer questions.</summary>
public sealed class NoteAnswersController(CurrentViewer current, TopicLoading topics, TypedTopic typed, IStringLocalizer<NoteAnswersText> text) : Controller, IFormAgain
{
    /// <param name="note">Its title, address or number.</param>
    [HttpPost("/questions/{id:long}/notes")]
    public async Task<IActionResult> Answer(long id, string? note, [FromServices] AnswerWithNote answer)
    {
        await answer.Run(current.PersonId, id, await typed.Id(note, TopicKind.Note), HttpContext.RequestAborted);
        return await Back(id, text["Said: the note answers it."].Value);
    }

    /// <param name="question">Its title, address or number.</param>
    [HttpPost("/notes/{id:long}/questions")]
    public async Task<IActionResult> AnswerFromNote(long id, string? question, [FromServices] AnswerWithNote answer)
    {
        await answer.Run(current.PersonId, await typed.Id(question, TopicKind.Question), id, HttpContext.RequestAborted);
        return await Back(id, text["Said: the note answers it."].Value);
    }

    [HttpPost("/questions/{id:long}/notes/{note:long}/end")]
    public async Task<IActionResult> TakeBack(long id, long note, [FromServices] TakeBackNoteAnswer back)
    {
        await back.Run(current.PersonId, id, note, HttpContext.RequestAborted);
        return await Back(id, text["The note does not answer it any more."].Value);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        arguments["id"] is long id && await topics.Find(id) is { Kind: TopicKind.Question or TopicKind.Note } topic ? View($"/Topics/{topic.Kind}.cshtml", await topics.Load(topic, null, null)) : null;

    async Task<IActionResult> Back(long id, string said)
    {
        TempData["Said"] = said;
        return new SeeOther(await topics.Find(id) is { } topic ? (await topics.Head(topic)).Address : "/");
    }
}
