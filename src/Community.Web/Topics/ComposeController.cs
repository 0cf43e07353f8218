using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Asking, starting a thread, writing a note.</summary>
public sealed class ComposeController(CommunityContext db, CurrentViewer current, StartTopic start, DraftLoading drafts) : Controller, IFormAgain
{
    [HttpGet("/new/{kind:regex(^(thread|question|note)$)}")]
    public async Task<IActionResult> New(TopicKind kind, string? space, string? title, string? body)
    {
        if (!(await current.Get()).IsSignedIn) return NotFound();

        var isBegun = title is { Length: > 0 } || body is { Length: > 0 };
        var draft = await drafts.At(DraftPlace.New(kind));
        var form = draft is null || isBegun
            ? new TopicForm { Space = space ?? "", Title = title ?? "", Body = body ?? "" }
            : new TopicForm { Space = draft.Text.Space, Title = draft.Text.Title, Body = draft.Text.Body, Tags = draft.Text.Tags, Key = draft.Text.Key, DraftVersion = draft.Version };
        return View("Compose", await Page(kind, form, draft?.At, hasOther: draft is not null && isBegun));
    }

    [HttpPost("/new/{kind:regex(^(thread|question|note)$)}")]
    [TakesFiles]
    public async Task<IActionResult> Create(TopicKind kind, TopicForm form)
    {
        var id = await start.Run(current.PersonId, form.Space, kind, form.Title, form.Body, form.TagList,
            Once.OfForm(form.Key, kind.ToString(), form.Space, form.Title, form.Body, form.Tags), form.DraftVersion, HttpContext.RequestAborted);
        return new SeeOther(TopicAddress.Of(kind, id, form.Title));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        View("Compose", await Page((TopicKind)arguments["kind"]!, (TopicForm)arguments["form"]!));

    async Task<ComposePage> Page(TopicKind kind, TopicForm form, DateTime? savedAt = null, bool hasOther = false)
    {
        var viewer = await current.Get();
        var memberships = db.Memberships;
        var spaces = await db.Spaces.AsNoTracking().VisibleTo(viewer)
            .OrderByDescending(s => memberships.Any(m => m.SpaceId == s.Id && m.PersonId == viewer.PersonId)).ThenBy(s => s.Name)
            .Select(s => new { s.Id, s.Slug, s.Name, s.Tier }).ToListAsync();
        return new ComposePage(kind, form, [.. spaces.Where(s => viewer.May(Act.StartTopic, s.Id)).Select(s => new SpaceChoice(s.Slug, s.Name, s.Tier))],
            await db.TagNamesFor(viewer, "").Take(100).ToListAsync(), savedAt, hasOther);
    }
}

/// <summary>A topic as it is typed.</summary>
public sealed record TopicForm : Composed, ITypedText
{
    public string Space { get; init; } = "";

    public string Title { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>Subjects with commas between them.</summary>
    public string Tags { get; init; } = "";

    public ITypedText With(string body) => this with { Body = body };

    public IReadOnlyList<string> TagList => TagWords.Of(Tags);
}

/// <summary>Subjects as they are typed.</summary>
public static class TagWords
{
    public static IReadOnlyList<string> Of(string? typed) => (typed ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The page for writing something new.</summary>
/// <param name="SavedAt">When the draft of this kind was saved, if there is one.</param>
/// <param name="HasOtherDraft">The address brought a text along, so that the draft is not shown.</param>
public sealed record ComposePage(TopicKind Kind, TopicForm Form, IReadOnlyList<SpaceChoice> Spaces, IReadOnlyList<string> KnownTags, DateTime? SavedAt = null, bool HasOtherDraft = false);

/// <summary>A space that one may write in.</summary>
public sealed record SpaceChoice(string Slug, string Name, Tier Tier);
