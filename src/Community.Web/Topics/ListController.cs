using Community.Events;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Watching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>Lists of topics over all spaces that the reader can read.</summary>
public sealed class ListController(CommunityContext db, LastEvent last, CurrentViewer current, TopicListing listing, IStringLocalizer<TopicsText> text) : Controller
{
    [HttpGet("/threads")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Threads(string? after) => Of(TopicKind.Thread, text["Threads"], text["What is discussed, in all spaces that you can read."], after);

    [HttpGet("/questions")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Questions(string? after, string? state) =>
        state == "unanswered" ? Unanswered(after) : Of(TopicKind.Question, text["Questions"], text["What was asked, in all spaces that you can read."], after);

    [HttpGet("/notes")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public Task<IActionResult> Notes(string? after) => Of(TopicKind.Note, text["Practice notes"], text["How work is really done here."], after);

    [HttpGet("/unread")]
    public async Task<IActionResult> Unread(string? after)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var personId = viewer.PersonId;
        var (marks, posts, memberships) = (db.ReadMarks, db.Posts, db.Memberships);
        var chosen = await Chosen.By(db, personId);
        var (followed, spaces, writers, tags, hasTags) = (chosen.Topics, chosen.Spaces, chosen.Writers, chosen.Tags, chosen.HasTags);
        var floor = await db.ReadFloors.AsNoTracking().FirstOrDefaultAsync(f => f.PersonId == personId);
        var since = await db.People.Where(p => p.Id == personId).Select(p => p.CreatedAt).FirstAsync();
        if (floor is not null && floor.At > since) since = floor.At;
        var floorId = floor?.PostId ?? 0;
        var (at, newest) = (await last.Id(), await db.Posts.MaxAsync(p => (long?)p.Id) ?? 0);
        // In the spaces that were joined, and wherever something is followed; what is muted stays away, unless the topic itself was chosen.
        var rows = await listing.Load(topics => chosen.WithoutMuted(topics.Where(t => memberships.Any(m => m.SpaceId == t.SpaceId && m.PersonId == personId)
                || followed.Contains(t.Id) || spaces.Contains(t.SpaceId) || t.Kind == TopicKind.Note && writers.Contains(t.AuthorId) || hasTags && t.Tags.Any(u => tags.Contains(u.TagId))))
            .Where(t => marks.Any(m => m.PersonId == personId && m.TopicId == t.Id)
                ? posts.Any(p => p.TopicId == t.Id && p.Standing == Standing.Published && !viewer.OwnIds.Contains(p.AuthorId) && p.Id > floorId && p.Id > marks.Where(m => m.PersonId == personId && m.TopicId == t.Id).Select(m => m.PostId).First())
                : !viewer.OwnIds.Contains(t.AuthorId) && t.LastPostAt > since), TopicOrder.Latest, after, "/unread");
        return View("Unread", new UnreadPage(new ListPage(text["Unread"], text["New in the spaces you have joined, and in what you follow."], [], rows, "/unread", at), newest));
    }

    /// <param name="upTo">The newest post when the page was made.</param>
    [HttpPost("/unread/read")]
    public async Task<IActionResult> AllRead(long upTo, bool read, [FromServices] MarkAllRead mark)
    {
        await mark.Run(current.PersonId, upTo, read, HttpContext.RequestAborted);
        if (read) TempData["AllRead"] = upTo.ToString(System.Globalization.CultureInfo.InvariantCulture);
        else TempData["Said"] = text["It is unread again."].Value;
        return new SeeOther("/unread");
    }

    [HttpGet("/bookmarks")]
    public async Task<IActionResult> Bookmarks(string? after)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var (bookmarks, posts) = (db.Bookmarks, db.Posts);
        var at = await last.Id();
        var rows = await listing.Load(topics => topics.Where(t => posts.Any(p => p.TopicId == t.Id && bookmarks.Any(b => b.PersonId == viewer.PersonId && b.PostId == p.Id))), TopicOrder.Latest, after, "/bookmarks");
        return View("List", new ListPage(text["Bookmarks"], text["Topics with a post that you keep. Nobody else sees this."], [], rows, "/bookmarks", at));
    }

    [HttpGet("/tags/{tag}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Tagged(string tag, string? after)
    {
        var viewer = await current.Get();
        var tags = db.TagsFor(viewer).AsNoTracking();
        if (await tags.Include(t => t.Synonyms).FirstOrDefaultAsync(t => t.Name == tag) is not { } found)
        {
            Response.Headers.CacheControl = "no-cache";
            return await tags.Where(t => t.Synonyms.Any(s => s.Name == tag)).Select(t => t.Name).FirstOrDefaultAsync() is { } name
                ? RedirectPermanent("/tags/" + Uri.EscapeDataString(name))
                : NotFound();
        }

        var rows = await listing.Load(topics => topics.Where(t => t.Tags.Any(u => u.TagId == found.Id)), TopicOrder.Latest, after, "/tags/" + Uri.EscapeDataString(tag));
        ViewData["Open"] = true;
        return View("Tag", new TagPage(found.Id, found.Name, found.Description, [.. found.Synonyms.Select(s => s.Name).Order(StringComparer.Ordinal)], rows, viewer.IsStaff));
    }

    [HttpGet("/tags")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Tags(string? after)
    {
        var viewer = await current.Get();
        var topics = db.Topics.AsNoTracking().ListedFor(viewer);
        var uses = db.TopicTags;
        var tags = await db.Tags.AsNoTracking().Where(t => after == null || t.Name.CompareTo(after) > 0)
            .Select(t => new { t.Name, t.Description, Count = uses.Count(u => u.TagId == t.Id && topics.Any(topic => topic.Id == u.TopicId)) })
            .Where(t => t.Count > 0).OrderBy(t => t.Name).Take(101).Select(t => new TagRow(t.Name, t.Description, t.Count)).ToListAsync();
        if (!viewer.IsSignedIn && tags.Count == 0) return NotFound();

        ViewData["Open"] = true;
        return View("Tags", new TagsPage([.. tags.Take(100)], tags.Count > 100 ? "/tags?after=" + Uri.EscapeDataString(tags[99].Name) : null));
    }

    [HttpPost("/tags/{tag}")]
    public async Task<IActionResult> Describe(string tag, string? description, string? synonyms, [FromServices] DescribeTag describe)
    {
        await describe.Run(current.PersonId, tag, description ?? "", TagWords.Of(synonyms), HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/tags/" + Uri.EscapeDataString(tag));
    }

    async Task<IActionResult> Of(TopicKind kind, string title, string lead, string? after)
    {
        var address = "/" + TopicAddress.Folder(kind);
        var at = await last.Id();
        var rows = await listing.Load(topics => topics.Where(t => t.Kind == kind), TopicOrder.Latest, after, address, kept: address);
        return await Shown(new ListPage(title, lead, kind == TopicKind.Question ? QuestionFilters(false) : kind == TopicKind.Note && (await current.Get()).IsSignedIn ? [new(text["All"], "/notes", null, true), new(text["Wanted"], "/notes/wanted", null, false)] : [], rows, address, at));
    }

    async Task<IActionResult> Unanswered(string? after)
    {
        var at = await last.Id();
        var rows = await listing.Load(topics => topics.Unanswered(), TopicOrder.New, after, "/questions?state=unanswered", kept: "unanswered");
        return await Shown(new ListPage(text["Nobody has answered yet"], text["Open questions without an answer, the newest first."], QuestionFilters(true), rows, "/questions?state=unanswered", at));
    }

    async Task<IActionResult> Shown(ListPage page)
    {
        if (!(await current.Get()).IsSignedIn && page.Rows.Rows.Count == 0) return NotFound();

        ViewData["Open"] = true;
        return View("List", page);
    }

    Filter[] QuestionFilters(bool unanswered) => [new(text["All"], "/questions", null, !unanswered), new(text["Unanswered"], "/questions?state=unanswered", null, unanswered)];
}

/// <summary>A list with its heading.</summary>
/// <param name="Filters">Other views of the same list.</param>
public sealed record ListPage(string Title, string Lead, IReadOnlyList<Filter> Filters, TopicRows Rows, string Address, long LastEventId);

/// <summary>What is unread.</summary>
/// <param name="UpToId">The newest post when the page was made.</param>
public sealed record UnreadPage(ListPage List, long UpToId);

/// <summary>A tab above a list: a link with a real address.</summary>
public sealed record Filter(string Name, string Address, int? Count, bool IsCurrent);

/// <summary>A subject with the topics that the reader may see.</summary>
public sealed record TagPage(long Id, string Name, string Description, IReadOnlyList<string> Synonyms, TopicRows Rows, bool MayDescribe);

/// <summary>All subjects that stand on something the reader may see.</summary>
public sealed record TagsPage(IReadOnlyList<TagRow> Tags, string? Next);

/// <summary>One subject.</summary>
/// <param name="Count">Topics with it that the reader may see.</param>
public sealed record TagRow(string Name, string Description, int Count);
