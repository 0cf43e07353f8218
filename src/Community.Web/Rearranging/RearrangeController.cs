using Community.Questions.Rearranging;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Rearranging;

/// <summary>Bringing posts of a topic into a topic of their own, into another one, or all of them.</summary>
[Route("/topics/{id:long}/rearrange")]
public sealed class RearrangeController(CommunityContext db, CurrentViewer current, TopicLoading topics, PostLoading posts, MoveTargets targets, Looks looks, IStringLocalizer<RearrangingText> text) : Controller, IFormAgain
{
    const int MostPosts = 500;
    const int ExcerptLength = 240;

    [HttpGet("")]
    public async Task<IActionResult> Show(long id, long? after)
    {
        if (await Find(id) is not { } topic) return NotFound();
        if (!(await topics.Head(topic)).May.Rearrange) throw new RefusedException(Refusal.Forbidden, "Only stewards and moderators of a space bring its posts into another topic, or others into its own.");

        await looks.Record(topic.SpaceId);
        return View("Rearrange", await Page(topic, new RearrangeForm(), after));
    }

    [HttpPost("")]
    public async Task<IActionResult> Rearrange(long id, RearrangeForm form, [FromServices] SplitTopic split, [FromServices] MovePosts move, [FromServices] MergeTopics merge)
    {
        if (await Find(id) is null) return NotFound();

        var (stop, reason, chosen) = (HttpContext.RequestAborted, form.Reason ?? "", form.Posts ?? []);
        var into = form.What == RearrangementKind.Split ? await split.Run(current.PersonId, id, chosen, form.Space ?? "", form.Kind, form.Title ?? "", reason, form.Openly, stop) : Into(form);
        if (form.What == RearrangementKind.Move) await move.Run(current.PersonId, id, chosen, into, reason, form.Openly, stop);
        if (form.What == RearrangementKind.Merge) await merge.Run(current.PersonId, id, into, reason, form.Openly, stop);

        TempData["Said"] = (form.What switch
        {
            RearrangementKind.Split => text["They are a topic of their own now. Their addresses lead here."],
            RearrangementKind.Move => text["They stand here now. Their addresses lead here."],
            _ => text["It is one topic now. The address of the other one leads here."],
        }).Value;
        return new SeeOther(await topics.Find(into) is { } target ? (await topics.Head(target)).Address : "/");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Rearrange) && await Find((long)arguments["id"]!) is { } topic && (await topics.Head(topic)).May.Rearrange ? View("Rearrange", await Page(topic, (RearrangeForm)arguments["form"]!, null)) : null;

    async Task<Topic?> Find(long id) => (await current.Get()).IsSignedIn ? await topics.Find(id) : null;

    static long Into(RearrangeForm form) => NamedTopic.Id(form.Into) ?? throw new RefusedException(Refusal.Invalid, "Say into which topic, by its address or number.") { Field = "Into" };

    async Task<RearrangePage> Page(Topic topic, RearrangeForm form, long? after)
    {
        var viewer = await current.Get();
        var all = await posts.Flat(db.Posts.AsNoTracking().Where(p => p.TopicId == topic.Id && p.Part != Part.Opening && p.Id > (after ?? 0)).OrderBy(p => p.Id).Take(MostPosts + 1), topic);
        var head = await topics.Head(topic);
        var spaces = (await targets.For("")).Where(space => viewer.CanRead(topic.SpaceId)).OrderByDescending(space => space.Slug == head.SpaceSlug).ToList();
        return new RearrangePage(head, form, [.. all.Take(MostPosts).Select(Row)], spaces, all.Count > MostPosts ? all[MostPosts - 1].Id : null);
    }

    static PickablePost Row(PostView post)
    {
        var words = post.Html is null ? null : PlainPost.Of(post.Html);
        return new PickablePost(post.Id, post.Part, post.ParentId is not null, words is null ? null : post.AuthorName, post.CreatedAt, words is { Length: > ExcerptLength } ? words[..ExcerptLength] + "…" : words);
    }
}
