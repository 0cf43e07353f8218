using Community.Events;
using Community.Experts;
using Community.Governance;
using Community.Notes.Care;
using Community.Notes.Combining;
using Community.Notes.Refining;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Spaces;

/// <summary>The spaces, and each one's topics.</summary>
public sealed class SpacesController(CommunityContext db, LastEvent last, CurrentViewer current, TopicListing listing, IStringLocalizer<SpacesText> text) : Controller, IFormAgain
{
    const int PageSize = 50;
    const int MostPlaced = 500;

    [HttpGet("/spaces")]
    public async Task<IActionResult> All(string? name, string? after)
    {
        var viewer = await current.Get();
        var (topics, memberships) = (db.Topics, db.Memberships);
        var wanted = Folded.Of(name ?? "");
        var spaces = db.Spaces.AsNoTracking().VisibleTo(viewer).Where(s => after == null || s.NameFolded.CompareTo(after) > 0);
        if (wanted.Length > 0) spaces = spaces.Where(s => s.NameFolded.Contains(wanted));
        var rows = await spaces.OrderBy(s => s.NameFolded).Take(PageSize + 1).Select(s => new SpaceRow(s.Id, s.Slug, s.Name, s.Purpose, s.Tier,
            topics.Count(t => t.SpaceId == s.Id && t.Standing == Standing.Published), topics.Where(t => t.SpaceId == s.Id && t.Standing == Standing.Published).Max(t => (DateTime?)t.LastPostAt),
            memberships.Any(m => m.SpaceId == s.Id && m.PersonId == viewer.PersonId), viewer.IsStaff && s.Tier != Tier.Unit)).ToListAsync();
        if (!viewer.IsSignedIn && rows.Count == 0) return NotFound();

        ViewData["Open"] = true;
        return View("Spaces", new SpacesPage([.. rows.Take(PageSize)], wanted, rows.Count > PageSize ? "/spaces?after=" + Uri.EscapeDataString(Folded.Of(rows[PageSize - 1].Name)) + (wanted.Length > 0 ? "&name=" + Uri.EscapeDataString(wanted) : "") : null, viewer.IsAdministrator));
    }

    [HttpGet("/spaces/{slug}")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> Show(string slug, string? kind, string? state, string? after, [FromServices] Looks looks)
    {
        var viewer = await current.Get();
        if (await Head(slug) is not { } head) return NotFound();
        await looks.Record(head.Id);

        var at = await last.Id();
        var pins = db.Pins;
        var unanswered = state == "unanswered";
        TopicKind? only = Enum.TryParse<TopicKind>(kind, true, out var parsed) ? parsed : null;
        var address = "/spaces/" + slug + (unanswered ? "?state=unanswered" : only is null ? "" : "?kind=" + only.ToString()!.ToLowerInvariant());
        var list = FormattableString.Invariant($"space {head.Id} {only} {unanswered}");
        // Few, and asked for by themselves: the list stays one that its index finds.
        var placed = await db.NotePlacements.Where(p => p.SpaceId == head.Id).OrderByDescending(p => p.At).Select(p => p.NoteId).Take(MostPlaced).ToListAsync();
        IQueryable<Topic> Here(IQueryable<Topic> topics) => placed.Count == 0 ? topics.Where(t => t.SpaceId == head.Id) : topics.Where(t => t.SpaceId == head.Id || placed.Contains(t.Id));
        IQueryable<Topic> Narrow(IQueryable<Topic> topics) => Here(unanswered ? topics.Unanswered() : topics).Where(t => only == null || t.Kind == only);

        var rows = await listing.Load(topics => Narrow(topics).Where(t => !pins.Any(p => p.TopicId == t.Id)), unanswered ? TopicOrder.New : TopicOrder.Latest, after, address, kept: list);
        var pinned = after is not null ? [] : (await listing.Load(topics => Narrow(topics).Where(t => pins.Any(p => p.TopicId == t.Id)), TopicOrder.Latest, null, address, 20, list + " pinned")).Rows;
        var counts = await db.Topics.AsNoTracking().ListedFor(viewer).Where(t => t.SpaceId == head.Id || placed.Contains(t.Id)).GroupBy(t => t.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        Filter Of(string word, string query, TopicKind? of, bool isCurrent) => new(word, "/spaces/" + slug + query, of is { } k ? counts.GetValueOrDefault(k) : query.Length == 0 ? counts.Values.Sum() : null, isCurrent);
        ViewData["Open"] = head.Tier == Tier.Public;
        return View("Space", new SpacePage(head,
        [
            Of(text["All"], "", null, only is null && !unanswered), Of(text["Questions"], "?kind=question", TopicKind.Question, only == TopicKind.Question),
            Of(text["Notes"], "?kind=note", TopicKind.Note, only == TopicKind.Note), Of(text["Threads"], "?kind=thread", TopicKind.Thread, only == TopicKind.Thread),
            Of(text["Unanswered"], "?state=unanswered", null, unanswered),
        ], [.. pinned, .. rows.Rows], rows.Next, at));
    }

    [HttpGet("/spaces/new")]
    public async Task<IActionResult> New() => (await current.Get()).IsAdministrator ? View("Charter", new CharterPage(null, new CharterForm())) : NotFound();

    [HttpPost("/spaces/new")]
    public async Task<IActionResult> Make(CharterForm form, [FromServices] MakeSpace make) =>
        new SeeOther("/spaces/" + await make.Run(current.PersonId, form.Slug, form.Name, form.Purpose, form.Tier, HttpContext.RequestAborted));

    [HttpGet("/spaces/{slug}/charter")]
    public async Task<IActionResult> Charter(string slug) =>
        await Head(slug) is { MayCharter: true } head ? View("Charter", await Charter(head, new CharterForm { Slug = head.Slug, Name = head.Name, Purpose = head.Purpose, Tier = head.Tier })) : NotFound();

    [HttpPost("/spaces/{slug}/charter")]
    public async Task<IActionResult> Recharter(string slug, CharterForm form, [FromServices] RecharterSpace recharter)
    {
        await recharter.Run(current.PersonId, slug, form.Name, form.Purpose, form.Tier, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/spaces/" + slug);
    }

    /// <param name="months">Empty: what is known there does not age.</param>
    [HttpPost("/spaces/{slug}/half-life")]
    public async Task<IActionResult> ChooseHalfLife(string slug, int? months, [FromServices] ChooseHalfLife choose)
    {
        await choose.Run(current.PersonId, slug, months, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/spaces/" + slug);
    }

    [HttpPost("/spaces/{slug}/note-interval")]
    public async Task<IActionResult> ChooseNoteInterval(string slug, int months, [FromServices] ChooseNoteInterval choose)
    {
        await choose.Run(current.PersonId, slug, months, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/spaces/" + slug);
    }

    [HttpPost("/spaces/{slug}/approval")]
    public async Task<IActionResult> RequireApproval(string slug, bool required, [FromServices] RequireApproval require)
    {
        await require.Run(current.PersonId, slug, required, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/spaces/" + slug);
    }

    [HttpPost("/spaces/{slug}/join")]
    public async Task<IActionResult> Join(string slug, [FromServices] JoinSpace join)
    {
        await join.Run(current.PersonId, slug, HttpContext.RequestAborted);
        return new SeeOther("/spaces/" + slug);
    }

    [HttpPost("/spaces/{slug}/leave")]
    public async Task<IActionResult> Leave(string slug, [FromServices] LeaveSpace leave)
    {
        await leave.Run(current.PersonId, slug, HttpContext.RequestAborted);
        TempData["Said"] = text["You have left the space."].Value;
        return new SeeOther((await db.Viewer(current.PersonId)).ReadableSpaceIds.Count > 0 && await db.Spaces.VisibleTo(await db.Viewer(current.PersonId)).AnyAsync(s => s.Slug == slug) ? "/spaces/" + slug : "/spaces");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => action switch
    {
        nameof(Make) => View("Charter", new CharterPage(null, (CharterForm)arguments["form"]!)),
        nameof(Recharter) when await Head((string)arguments["slug"]!) is { } head => View("Charter", await Charter(head, (CharterForm)arguments["form"]!)),
        nameof(ChooseHalfLife) or nameof(ChooseNoteInterval) when await Head((string)arguments["slug"]!) is { MayCharter: true } head => View("Charter", await Charter(head, new CharterForm { Slug = head.Slug, Name = head.Name, Purpose = head.Purpose, Tier = head.Tier })),
        _ => null,
    };

    async Task<CharterPage> Charter(SpaceHead head, CharterForm form) =>
        new(head, form)
        {
            HalfLifeMonths = await db.HalfLives.Where(h => h.SpaceId == head.Id).Select(h => new { h.Months }).FirstOrDefaultAsync() is { } chosen ? chosen.Months : HalfLife.DefaultMonths,
            NoteMonths = await db.NoteIntervals.Where(i => i.SpaceId == head.Id).Select(i => (int?)i.Months).FirstOrDefaultAsync() ?? NoteInterval.DefaultMonths,
            RequiresApproval = await db.RequiresApproval(head.Id),
        };

    async Task<SpaceHead?> Head(string slug)
    {
        var viewer = await current.Get();
        var space = await db.Spaces.AsNoTracking().VisibleTo(viewer).FirstOrDefaultAsync(s => s.Slug == slug);
        if (space is null) return null;

        var memberships = db.Memberships;
        var stewards = viewer.IsSignedIn ? await db.People.AsNoTracking().Where(p => memberships.Any(m => m.SpaceId == space.Id && m.PersonId == p.Id && m.IsSteward)).OrderBy(p => p.Name).Select(p => new Named(p.Id, p.Name)).ToListAsync() : [];
        var isIn = viewer.IsSignedIn && await memberships.AnyAsync(m => m.SpaceId == space.Id && m.PersonId == viewer.PersonId);
        return new SpaceHead(space.Id, space.Slug, space.Name, space.Purpose, space.Tier, stewards, isIn, viewer.May(Act.Join, space.Id) && Rights.OpenToJoin.Contains(space.Tier),
            viewer.May(Act.StartTopic, space.Id), viewer.May(Act.Charter, space.Id), viewer.May(Act.Enrol, space.Id))
        { Rules = space.Rules };
    }
}
