using Community.Notes;
using Community.Notes.Answering;
using Community.Notifications;
using Community.Questions;
using Community.Topics;
using Community.Web.NoteAnswers;
using Community.Web.Frame;
using Community.Web.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>Acts on a whole topic.</summary>
[Route("/topics/{id:long}")]
public sealed class TopicActsController(CurrentViewer current, TopicLoading topics, IStringLocalizer<TopicsText> text) : Controller
{
    [HttpPost("accept")]
    public async Task<IActionResult> Accept(long id, long? postId, [FromServices] AcceptAnswer accept)
    {
        await accept.Run(current.PersonId, id, postId, HttpContext.RequestAborted);
        return await Said(id, postId is null ? text["No answer is accepted now."] : text["Accepted. Others see first what helped you."]);
    }

    [HttpPost("close")]
    public async Task<IActionResult> Close(long id, Outcome outcome, string reason, string? note, [FromServices] CloseTopic close, [FromServices] CloseWithNote closeWith, [FromServices] TypedTopic typed)
    {
        if (outcome == Outcome.Note && !string.IsNullOrWhiteSpace(note)) await closeWith.Run(current.PersonId, id, await typed.Id(note, TopicKind.Note), reason, HttpContext.RequestAborted);
        else await close.Run(current.PersonId, id, outcome, reason, HttpContext.RequestAborted);
        return await Said(id, text["Closed, with what came of it."]);
    }

    [HttpPost("reopen")]
    public async Task<IActionResult> Reopen(long id, string reason, [FromServices] ReopenTopic reopen)
    {
        await reopen.Run(current.PersonId, id, reason, HttpContext.RequestAborted);
        return await Said(id, text["Open again."]);
    }

    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, string space, [FromServices] MoveTopic move)
    {
        await move.Run(current.PersonId, id, space, HttpContext.RequestAborted);
        return await Said(id, text["Moved. Only those who can read this space see it now."]);
    }

    [HttpPost("pin")]
    public async Task<IActionResult> Pin(long id, bool pinned, [FromServices] PinTopic pin)
    {
        await pin.Run(current.PersonId, id, pinned, HttpContext.RequestAborted);
        return await Said(id, pinned ? text["Pinned: it stands first in its space."] : text["Back in its place."]);
    }

    [HttpPost("convert")]
    public async Task<IActionResult> Convert(long id, TopicKind kind, [FromServices] ConvertTopic convert)
    {
        await convert.Run(current.PersonId, id, kind, HttpContext.RequestAborted);
        return await Said(id, kind == TopicKind.Question ? text["It is a question now; its replies are answers."] : text["It is a thread now; its answers are replies."]);
    }

    [HttpPost("stewards")]
    public async Task<IActionResult> Stewards(long id, long steward, bool appointed, string? why, [FromServices] AppointNoteSteward appoint)
    {
        await appoint.Run(current.PersonId, id, steward, appointed, why, HttpContext.RequestAborted);
        return await Said(id, appointed ? text["They keep this note with you now."] : text["They no longer keep this note."]);
    }

    /// <summary>How far the reader came; sent by the page itself, answered with nothing.</summary>
    [HttpPost("read")]
    public async Task<IActionResult> Read(long id, long postId, [FromServices] MarkRead mark, [FromServices] SeeNotices see, [FromServices] Bells bells)
    {
        var personId = current.PersonId;
        await mark.Run(personId, id, postId, HttpContext.RequestAborted);
        // What was read need not be told any more.
        if (await see.Run(personId, long.MaxValue, new NoticeSubject(id, null), postId, HttpContext.RequestAborted) > 0) await bells.Ring(personId, HttpContext.RequestAborted);
        return NoContent();
    }

    async Task<IActionResult> Said(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther(await topics.Find(id) is { } topic ? (await topics.Head(topic)).Address : "/");
    }
}
