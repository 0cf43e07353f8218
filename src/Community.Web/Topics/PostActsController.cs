using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>Small acts on one post.</summary>
[Route("/posts/{id:long}")]
public sealed class PostActsController(CurrentViewer current, IStringLocalizer<TopicsText> text) : Controller
{
    [HttpPost("vote")]
    public async Task<IActionResult> Vote(long id, int value, [FromServices] CastVote vote)
    {
        await vote.Run(current.PersonId, id, value, HttpContext.RequestAborted);
        return Back(id);
    }

    [HttpPost("bookmark")]
    public async Task<IActionResult> Bookmark(long id, bool kept, [FromServices] BookmarkPost bookmark)
    {
        await bookmark.Run(current.PersonId, id, kept, HttpContext.RequestAborted);
        return Back(id);
    }

    [HttpPost("withdraw")]
    public async Task<IActionResult> Withdraw(long id, [FromServices] WithdrawPost withdraw)
    {
        await withdraw.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(id, text["Taken back. You can restore it for 30 days."]);
    }

    [HttpPost("restore")]
    public async Task<IActionResult> Restore(long id, [FromServices] RestorePost restore)
    {
        await restore.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(id, text["Restored. Others can read it again."]);
    }

    [HttpPost("unname")]
    public async Task<IActionResult> Unname(long id, [FromServices] UnnamePost unname)
    {
        await unname.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(id, text["Your name is off the question."]);
    }

    [HttpPost("remove")]
    public async Task<IActionResult> Remove(long id, string reason, long? rule, [FromServices] RemovePost remove)
    {
        await remove.Run(current.PersonId, id, reason, rule, HttpContext.RequestAborted);
        return Said(id, text["Removed. Its author is told why, and can appeal."]);
    }

    [HttpPost("reinstate")]
    public async Task<IActionResult> Reinstate(long id, string reason, [FromServices] ReinstatePost reinstate)
    {
        await reinstate.Run(current.PersonId, id, reason, HttpContext.RequestAborted);
        return Said(id, text["Brought back."]);
    }

    SeeOther Said(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return Back(id);
    }

    static SeeOther Back(long id) => new(TopicAddress.Permalink(id));
}
