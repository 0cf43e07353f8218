using Community.Governance;
using Community.Store;
using Community.Topics;
using Community.Topics.Moderating;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Moderating;

/// <summary>What is done to one post: flagged by anybody, hidden, removed, locked or purged by those who moderate.</summary>
[Route("/posts/{id:long}")]
public sealed class ModeratePostController(CommunityContext db, CurrentViewer current, CaseListing cases, RuleChoices rules, TimeProvider clock, IStringLocalizer<ModeratingText> text) : Controller, IFormAgain
{
    [HttpGet("flag")]
    public async Task<IActionResult> Flag(long id) => await FlagPage(id, null, null) is { } page ? View("Flag", page) : NotFound();

    [HttpPost("flag")]
    public async Task<IActionResult> SendFlag(long id, ReasonClass? kind, string? word, [FromServices] FlagPost flag)
    {
        if (kind is not { } chosen) throw new RefusedException(Refusal.Invalid, "Choose what is wrong with it.") { Field = "Kind" };

        await flag.Run(current.PersonId, id, chosen, word, HttpContext.RequestAborted);
        return Said(id, text["Thank you. Those who moderate look at it, and you hear what comes of it. Its author does not learn who flagged."]);
    }

    [HttpGet("moderate")]
    public async Task<IActionResult> Moderate(long id) => await ModeratePage(id) is { } page ? View("Moderate", page) : NotFound();

    [HttpPost("hide")]
    public async Task<IActionResult> Hide(long id, string? reason, long? rule, [FromServices] HidePost hide)
    {
        await hide.Run(current.PersonId, id, reason ?? "", rule, HttpContext.RequestAborted);
        return Said(id, text["Hidden until it is decided. Its author is told why, and can appeal."]);
    }

    [HttpPost("purge")]
    public async Task<IActionResult> Purge(long id, string? reason, long? rule, [FromServices] AskPurge ask)
    {
        await ask.Run(current.PersonId, id, reason ?? "", rule, HttpContext.RequestAborted);
        return Said(id, text["Asked for. The post is hidden; when a second person confirms, its text is gone."]);
    }

    [HttpPost("lock")]
    public async Task<IActionResult> Lock(long id, int hours, string? reason, [FromServices] LockPost lockPost)
    {
        await lockPost.Run(current.PersonId, id, hours, reason, HttpContext.RequestAborted);
        return Said(id, hours == 0 ? text["Unlocked."] : text["Locked for edits."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (arguments["id"] is not long id) return null;
        if (action == nameof(SendFlag)) return await FlagPage(id, arguments.Sent("kind") as ReasonClass?, arguments.Sent("word") as string) is { } flag ? View("Flag", flag) : null;

        (ViewData["Typed"], ViewData["TypedAt"]) = (arguments.Sent("reason"), action);
        return await ModeratePage(id) is { } page ? View("Moderate", page) : null;
    }

    async Task<FlagPage?> FlagPage(long id, ReasonClass? kind, string? word)
    {
        var viewer = await current.Get();
        var isThere = viewer.IsSignedIn && await db.Posts.ListedFor(viewer).AnyAsync(p => p.Id == id && !viewer.OwnIds.Contains(p.AuthorId));
        return isThere ? new FlagPage(id, await cases.Html(id), kind, word) : null;
    }

    async Task<ModeratePage?> ModeratePage(long id)
    {
        var viewer = await current.Get();
        var post = await db.Posts.AsNoTracking().VisibleTo(viewer).Where(p => p.Id == id).Select(p => new { p.Standing, p.Topic.SpaceId, p.AuthorId }).FirstOrDefaultAsync();
        if (post is null || !viewer.May(Act.Moderate, post.SpaceId)) return null;

        var now = clock.Now();
        var kind = await db.Removals.Where(r => r.PostId == id && r.LiftedAt == null).Select(r => (RemovalKind?)r.Kind).FirstOrDefaultAsync();
        // Nobody brings back their own.
        if (kind != RemovalKind.Purged && viewer.Is(post.AuthorId)) kind = null;
        var locked = await db.EditLocks.Where(l => l.PostId == id && l.UntilAt > now).Select(l => (DateTime?)l.UntilAt).FirstOrDefaultAsync();
        return new ModeratePage(id, await cases.Html(id), kind, locked, viewer.May(Act.Remove, post.SpaceId), viewer.May(Act.Purge, post.SpaceId), post.Standing == Standing.Published, await rules.InForce());
    }

    SeeOther Said(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther(TopicAddress.Permalink(id));
    }
}
