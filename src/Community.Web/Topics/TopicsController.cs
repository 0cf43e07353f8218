using Community.Governance;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Combining;
using Community.Web.Frame;
using Community.Web.Offline;
using Community.Web.Rearranging;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Threads, questions and notes to read, and permalinks to their posts.</summary>
public sealed class TopicsController(CommunityContext db, CurrentViewer current, TopicLoading topics, PostLoading posts, Looks looks, DraftLoading drafts) : Controller
{
    [HttpGet("/{kind:regex(^(threads|questions|notes)$)}/{id:long}/{slug?}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show(long id, string kind, string? sort, string? after, long? quote, long? to, bool? kept, long? shown, [FromServices] NoteTies ties, [FromServices] RearrangedLoading rearranged)
    {
        if (await topics.Find(id) is not { } topic)
        {
            if (await rearranged.MergedInto(id) is not { } address) return NotFound();

            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(address);
        }

        if (topic is { Kind: TopicKind.Note, IsClosed: true } && kept != true && await ties.MergedInto(id) is { } goesOn)
        {
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(goesOn.Address);
        }

        var page = await topics.Load(topic, sort, after, await Begun(topic, quote, to));
        if (kind != TopicAddress.Folder(topic.Kind) || Request.Path.Value != page.Head.Address)
        {
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(page.Head.Address + Request.QueryString);
        }

        await looks.Record(topic.SpaceId);
        if ((await current.Get()).MayKeep(topic.SpaceId, topic.AuthorId)) Response.MayBeKept();
        ViewData["Open"] = page.Head.Tier == Tier.Public;
        ViewData["Shown"] = shown;
        return View(topic.Kind.ToString(), page);
    }

    /// <summary>A post's place for ever, whatever its topic is called or became.</summary>
    [HttpGet("/posts/{id:long}")]
    public async Task<IActionResult> Permalink(long id)
    {
        var viewer = await current.Get();
        var post = await db.Posts.AsNoTracking().VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id);
        return post is null ? NotFound() : Redirect($"{await topics.PageOf(post.Topic, post)}#post-{id}");
    }

    /// <summary>One post as it stands on its topic's page; of a comment, the post that it stands under.</summary>
    [HttpGet("/posts/{id:long}/fragment")]
    public async Task<IActionResult> Fragment(long id)
    {
        var viewer = await current.Get();
        var post = await db.Posts.AsNoTracking().VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id);
        if (post is null) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var shownId = (await topics.Root(post)).Id;
        var views = await posts.Load(db.Posts.AsNoTracking().Where(p => p.Id == shownId), post.Topic);
        return views.Count == 0 ? NotFound() : PartialView("_Posts", new PostsPart(views, post.Topic.Kind));
    }

    /// <summary>What stands above a topic's posts.</summary>
    [HttpGet("/topics/{id:long}/head")]
    public async Task<IActionResult> Head(long id) =>
        await topics.Find(id) is { } topic ? PartialView("_TopicHead", await topics.Head(topic)) : NotFound();

    /// <summary>The reply form with the draft in it, and as a link without scripts asks for it: with a post quoted, or under another reply.</summary>
    async Task<ReplyForm?> Begun(Topic topic, long? quote, long? to)
    {
        var draft = await drafts.At(DraftPlace.ReplyIn(topic.Id));
        if (draft is null && quote is null && to is null) return null;

        var (viewer, revisions) = (await current.Get(), db.Revisions);
        var source = quote is null ? null : await db.Posts.AsNoTracking().ListedFor(viewer).Where(p => p.Id == quote)
            .Select(p => new { p.RevisionNumber, Text = revisions.Where(r => r.PostId == p.Id && r.Number == p.RevisionNumber).Select(r => r.Source).First() }).FirstOrDefaultAsync();
        return new ReplyForm
        {
            Part = topic.ReplyPart,
            ParentId = topic.Kind == TopicKind.Thread ? to ?? draft?.Text.ParentId : null,
            Body = (draft is null ? "" : source is null ? draft.Text.Body : draft.Text.Body.TrimEnd() + "\n\n") + (source is null ? "" : QuotedSource.Begin(quote!.Value, source.RevisionNumber, source.Text)),
            Key = draft?.Text.Key,
            DraftVersion = draft?.Version,
            SavedAt = draft?.At,
        };
    }
}
