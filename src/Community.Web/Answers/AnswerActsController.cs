using Community.Questions.Answering;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Answers;

/// <summary>Small acts on a question and its answers.</summary>
public sealed class AnswerActsController(CurrentViewer current, IStringLocalizer<AnswersText> text) : Controller
{
    /// <summary>The ids of a question's answers in their order; a page that is open asks whether its own is still true.</summary>
    [HttpGet("/questions/{id:long}/order")]
    public async Task<IActionResult> Order(long id, [FromServices] TopicLoading topics, [FromServices] AnswerOrders orders, [FromServices] CommunityContext db, [FromServices] Looks looks)
    {
        if (await topics.Find(id) is not { Kind: TopicKind.Question } topic) return NotFound();

        await looks.Record(topic.SpaceId);
        var seen = await db.Posts.AsNoTracking().VisibleTo(await current.Get()).Where(p => p.TopicId == id && p.Part == Part.Answer).Select(p => p.Id).ToHashSetAsync(HttpContext.RequestAborted);
        return Json((await orders.Of(id)).Select(one => one.Id).Where(seen.Contains));
    }

    /// <param name="helped">Whether the answer also worked; false takes that back.</param>
    [HttpPost("/posts/{id:long}/helpful")]
    public async Task<IActionResult> Helpful(long id, bool helped, [FromServices] MarkHelpful mark, [FromServices] UnmarkHelpful unmark)
    {
        await (helped ? mark.Run(current.PersonId, id, HttpContext.RequestAborted) : unmark.Run(current.PersonId, id, HttpContext.RequestAborted));
        return new SeeOther(TopicAddress.Permalink(id));
    }

    /// <param name="also">Whether the reader has the question, too; false takes that back.</param>
    [HttpPost("/topics/{id:long}/same")]
    public async Task<IActionResult> Same(long id, bool also, [FromServices] HaveSameQuestion have, [FromServices] NoLongerHaveIt noLonger, [FromServices] TopicLoading topics)
    {
        await (also ? have.Run(current.PersonId, id, HttpContext.RequestAborted) : noLonger.Run(current.PersonId, id, HttpContext.RequestAborted));
        TempData["Said"] = also ? text["You hear of its answers, like the one who asked."].Value : text["You hear of its answers no more."].Value;
        return new SeeOther(await topics.Find(id) is { } topic ? (await topics.Head(topic)).Address : "/");
    }
}
