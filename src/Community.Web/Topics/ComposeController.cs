using System.Globalization;
using Community.Governance;
using Community.Notes.Writing;
using Community.People;
using Community.Questions.Asking;
using Community.Questions.Finding;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Asking;
using Community.Web.Frame;
using Community.Web.People;
using Community.Web.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Asking, starting a thread, writing a note.</summary>
public sealed class ComposeController(CommunityContext db, CurrentViewer current, StartTopic start, AskQuestion ask, TypedName names, DraftLoading drafts, AskingLoading asking, SimilarLoading similar) : Controller, IFormAgain
{
    const int MostTemplates = 60;
    const int MaxName = 100;

    [HttpGet("/new/{kind:regex(^(thread|question|note)$)}")]
    public async Task<IActionResult> New(TopicKind kind, string? space, string? title, string? body, string? shape, string? to)
    {
        if (!(await current.Get()).IsSignedIn) return NotFound();

        // Who is asked is named, and hears of it as of any other mention.
        if (body is { Length: > 0 } && to?.Trim().TrimStart('@') is { Length: > 0 and <= MaxName } named) body = $"@{named}: {body}";

        var isBegun = title is { Length: > 0 } || body is { Length: > 0 };
        var draft = await drafts.At(DraftPlace.New(kind));
        var form = draft is null || isBegun
            ? new TopicForm { Space = space ?? "", Title = title ?? "", Body = body ?? "", Shape = body is { Length: > 0 } ? NoteShape.Free : shape ?? NoteShape.Form }
            : new TopicForm { Space = draft.Text.Space, Title = draft.Text.Title, Body = draft.Text.Body, Tags = draft.Text.Tags, Key = draft.Text.Key, DraftVersion = draft.Version, Masked = draft.Text.Masked, Shape = NoteShape.OfDraft(draft.Text) };
        return View("Compose", await Page(kind, form, draft?.At, hasOther: draft is not null && isBegun));
    }

    [HttpPost("/new/{kind:regex(^(thread|question|note)$)}")]
    [TakesFiles]
    public async Task<IActionResult> Create(TopicKind kind, TopicForm form)
    {
        if (kind == TopicKind.Question && (form.Asked != AskedWhom.Space || form.Masked || form.Needed is not null)) return new SeeOther(TopicAddress.Of(kind, await Ask(form), form.Title));

        var id = await start.Run(current.PersonId, form.Space, kind, form.Title, form.Body, form.TagList,
            Once.OfForm(form.Key, kind.ToString(), form.Space, form.Title, form.Body, form.Tags, form.Speaks, form.MaskFound ? nameof(form.MaskFound) : null), form.DraftVersion, form.Speech, HttpContext.RequestAborted);
        return new SeeOther(TopicAddress.Of(kind, id, form.Title));
    }

    /// <summary>What is there already, where no script looks for it while the title is typed.</summary>
    [HttpPost("/new/question/similar")]
    [TakesFiles]
    public async Task<IActionResult> Similar(TopicForm form) => View("Compose", await Page(TopicKind.Question, form));

    /// <summary>One of those answers it: the question is put aside, and nothing of it is lost.</summary>
    /// <param name="found">The topic.</param>
    [HttpPost("/new/question/found")]
    [TakesFiles]
    public async Task<IActionResult> Found(TopicForm form, long found, [FromServices] SaveDraft save, [FromServices] FindAnswer find)
    {
        var draft = await Kept(form, save);
        var id = await find.Run(current.PersonId, found, form.Title, draft, HttpContext.RequestAborted);
        return new SeeOther(string.Create(CultureInfo.InvariantCulture, $"/finds/{id}"));
    }

    /// <summary>A title alone need not be kept as a draft: the find has it. Fields that were left empty come as null.</summary>
    async Task<long?> Kept(TopicForm form, SaveDraft save)
    {
        try
        {
            return await save.Run(current.PersonId, DraftPlace.New(TopicKind.Question), new DraftText(form.Body, form.Title ?? "", form.Space ?? "", form.Tags ?? "", "", null, null, form.Key is { Length: <= 64 } key ? key : "", "", form.Masked), form.DraftVersion, HttpContext.RequestAborted);
        }
        catch (StaleDraftException) when (string.IsNullOrWhiteSpace(form.Body))
        {
            return null;
        }
        catch (StaleDraftException)
        {
            throw new RefusedException(Refusal.Conflict, "A newer text of yours is kept at this place, saved from another page or device. It stays; copy what you need from the one below.");
        }
    }

    async Task<long> Ask(TopicForm form)
    {
        var people = new List<long>();
        if (form.Asked == AskedWhom.People)
            foreach (var name in new[] { form.First, form.Second }.Where(name => !string.IsNullOrWhiteSpace(name)))
                people.Add(await names.Id(name) is > 0 and var id ? id : throw new RefusedException(Refusal.Invalid, "Nobody here, or more than one, has this name. Type the whole name, or leave it empty.") { Field = "Asked" });

        return await ask.Run(current.PersonId, form.Space, form.Title, form.Body, form.TagList, form.Asked, people,
            Once.OfForm(form.Key, nameof(AskQuestion), form.Space, form.Title, form.Body, form.Tags, form.Masked ? nameof(form.Masked) : null, form.Speaks, form.MaskFound ? nameof(form.MaskFound) : null), form.DraftVersion, form.Masked, form.Needed, form.Speech, HttpContext.RequestAborted);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        View("Compose", await Page(arguments.TryGetValue("kind", out var kind) ? (TopicKind)kind! : TopicKind.Question, (TopicForm)arguments["form"]!));

    async Task<ComposePage> Page(TopicKind kind, TopicForm form, DateTime? savedAt = null, bool hasOther = false)
    {
        var viewer = await current.Get();
        var memberships = db.Memberships;
        var spaces = await db.Spaces.AsNoTracking().VisibleTo(viewer)
            .OrderByDescending(s => memberships.Any(m => m.SpaceId == s.Id && m.PersonId == viewer.PersonId)).ThenBy(s => s.Name)
            .Select(s => new { s.Id, s.Slug, s.Name, s.Tier }).ToListAsync();
        var chosen = spaces.Find(s => s.Slug == form.Space) ?? spaces.FirstOrDefault(s => viewer.May(Act.StartTopic, s.Id));
        return new ComposePage(kind, form, [.. spaces.Where(s => viewer.May(Act.StartTopic, s.Id)).Select(s => new SpaceChoice(s.Slug, s.Name, s.Tier))],
            await db.TagNamesFor(viewer, "").Take(100).ToListAsync(), savedAt, hasOther)
        { Sections = kind == TopicKind.Note && NoteShape.IsForm(form.Shape) ? form.Sections : null, Templates = kind == TopicKind.Note ? await Templates(viewer) : [], Promise = kind == TopicKind.Question && chosen is not null ? await asking.Promise(chosen.Id) : null, Similar = kind == TopicKind.Question ? await similar.For(form.Title) : null };
    }

    async Task<IReadOnlyList<TemplateChoice>> Templates(Viewer viewer)
    {
        var spaces = db.Spaces;
        var found = await db.TemplatesListedFor(viewer).AsNoTracking().SelectMany(t => spaces.Where(s => s.Id == t.SpaceId), (t, s) => new { t.Id, t.Name, t.SpaceId, Space = s.Name })
            .OrderBy(t => t.Space).ThenBy(t => t.Name).Take(MostTemplates).ToListAsync();
        return [.. found.Where(t => viewer.May(Act.StartTopic, t.SpaceId)).Select(t => new TemplateChoice(t.Id, t.Name, t.Space))];
    }
}
