using System.Globalization;
using Community.Governance;
using Community.Notes;
using Community.Notes.Lineage;
using Community.Notes.Refining;
using Community.People;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>Suggesting a change to a note, and deciding on one.</summary>
public sealed class SuggestionsController(CommunityContext db, CurrentViewer current, TopicLoading topics, PostLoading posts, DraftLoading drafts, Looks looks) : Controller, IFormAgain
{
    const int FirstWords = 80;
    const int MostShown = 100;

    [HttpGet("/posts/{id:long}/suggest")]
    public async Task<IActionResult> Suggest(long id, int? passage)
    {
        if (!(await current.Get()).IsSignedIn || await Find(id) is not { Standing: Standing.Published } post) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var text = await Shown(await Source(post, post.RevisionNumber));
        var draft = passage is null ? await drafts.At(DraftPlace.SuggestionTo(id)) : null;
        var form = draft is null
            ? new SuggestForm { Body = passage is { } one ? Markdown.Split(text).ElementAtOrDefault(one)?.Trim() ?? text : text, BaseRevision = post.RevisionNumber, Passage = passage }
            : new SuggestForm { Body = draft.Text.Body, Reason = draft.Text.Summary, BaseRevision = draft.Text.BaseRevision ?? post.RevisionNumber, Key = draft.Text.Key, DraftVersion = draft.Version, SavedAt = draft.At };
        return View("Suggest", await Page(post, form, text));
    }

    [HttpPost("/posts/{id:long}/suggest")]
    public async Task<IActionResult> Send(long id, SuggestForm form, [FromServices] SuggestChange suggest)
    {
        if (await Find(id) is not { } post) return NotFound();

        var (body, read) = (form.Body, await Source(post, form.BaseRevision));
        var shown = await Shown(read);
        if (form.Passage is { } one)
        {
            var blocks = Markdown.Split(shown);
            if (one >= 0 && one < blocks.Count) body = string.Concat(blocks.Select((block, i) => i == one ? form.Body.Trim() + block[block.TrimEnd().Length..] : block));
        }

        // What the reader was not shown stays as it is.
        if (shown != read) body = BlockMerge.Of(shown, body.ReplaceLineEndings("\n"), read).Text;
        var made = await suggest.Run(current.PersonId, post.TopicId, form.BaseRevision, body, form.Reason,
            Once.OfForm(form.Key, "suggest", id.ToString(CultureInfo.InvariantCulture), body, form.Reason), form.DraftVersion, HttpContext.RequestAborted);
        return new SeeOther($"/suggestions/{made}");
    }

    [HttpGet("/posts/{id:long}/suggestions")]
    public async Task<IActionResult> List(long id)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || await Find(id) is not { } post) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var rows = await Rows((await db.SuggestionsOf(viewer, post.Topic)).OrderByDescending(s => s.Id).Take(MostShown));
        return View("Suggestions", new SuggestionsPage(await topics.Head(post.Topic), id, rows.FindAll(r => r.State == SuggestionState.Open), rows.FindAll(r => r.State != SuggestionState.Open)));
    }

    [HttpGet("/suggestions/{id:long}")]
    public async Task<IActionResult> Show(long id) => await Load(id, null) is { } page ? View("Suggestion", page) : NotFound();

    [HttpPost("/suggestions/{id:long}")]
    public async Task<IActionResult> Decide(long id, DecisionForm form, [FromServices] AcceptSuggestion accept, [FromServices] DeclineSuggestion decline)
    {
        if (form.Act == "decline") await decline.Run(current.PersonId, id, form.Word, HttpContext.RequestAborted);
        else await accept.Run(current.PersonId, id, form.Act == "all" ? null : form.Parts.ToHashSet(), form.Word, HttpContext.RequestAborted);
        return new SeeOther($"/suggestions/{id}");
    }

    [HttpPost("/suggestions/{id:long}/take-back")]
    public async Task<IActionResult> TakeBack(long id, [FromServices] TakeSuggestionBack take)
    {
        await take.Run(current.PersonId, id, HttpContext.RequestAborted);
        return new SeeOther($"/suggestions/{id}");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        var id = (long)arguments["id"]!;
        if (action == nameof(Decide)) return await Load(id, (DecisionForm)arguments["form"]!) is { } shown ? View("Suggestion", shown) : null;
        if (action != nameof(Send) || await Find(id) is not { } post) return null;

        return View("Suggest", await Page(post, (SuggestForm)arguments["form"]!, await Shown(await Source(post, post.RevisionNumber))));
    }

    async Task<SuggestPage> Page(Post post, SuggestForm form, string text) => new(post.Id, await topics.Head(post.Topic), form, [.. Markdown.Split(text).Select(block => block.Trim()).Select(block => block.Length <= FirstWords ? block : block[..FirstWords] + "…")]);

    async Task<SuggestionPage?> Load(long id, DecisionForm? typed)
    {
        var viewer = await current.Get();
        var found = await db.Suggestions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id);
        if (!viewer.IsSignedIn || found is null || await Find(found.PostId) is not { } post || (await Rows((await db.SuggestionsOf(viewer, post.Topic)).Where(s => s.Id == id))).FirstOrDefault() is not { } row) return null;

        await looks.Record(post.Topic.SpaceId);
        var (before, body) = (await Source(post, found.BasedOn), await TakeOutPassages.Without(db, post.TopicId, found.Body));
        // The numbers are those that the verb counts by; only what is shown of a change is masked.
        var parts = new SuggestedParts(before, body).All;
        var readable = await Readable(before, body);
        string Masked(string? text) => QuotedSource.Mask(text?.Trim() ?? "", readable);
        var mayDecide = viewer.May(Act.ReviseNote, post.Topic.SpaceId, await NoteCapacity.ToRevise(db, viewer, post.Topic));
        return new SuggestionPage(await topics.Head(post.Topic), post.Id, row, found.BasedOn, found.BasedOn == post.RevisionNumber, [.. parts.Select((part, i) => (i, TextDifference.Inline(Masked(part.Before), Masked(part.After))))],
            mayDecide && found.State == SuggestionState.Open && post.Standing == Standing.Published, found.AuthorId == viewer.PersonId, typed?.Parts.ToHashSet() ?? Enumerable.Range(0, parts.Count).ToHashSet(), typed?.Word ?? "");
    }

    Task<List<SuggestionRow>> Rows(IQueryable<Suggestion> suggestions)
    {
        var people = db.People;
        return suggestions.Select(s => new SuggestionRow(s.Id, s.AuthorId, people.Where(p => p.Id == s.AuthorId).Select(p => p.Name).First(), s.At, s.Reason, s.State,
            people.Where(p => p.Id == s.DecidedById).Select(p => p.Name).FirstOrDefault(), s.DecidedAt, s.Word)).ToListAsync();
    }

    async Task<string> Source(Post post, int revision) => await db.Revisions.AsNoTracking().Where(r => r.PostId == post.Id && r.Number == revision).Select(r => r.Source).FirstOrDefaultAsync() ?? "";

    /// <summary>A text without what it quotes from posts that are out of this reader's sight.</summary>
    async Task<string> Shown(string source) => QuotedSource.Mask(source, await Readable(source));

    async Task<HashSet<long>> Readable(params IEnumerable<string> sources) => [.. (await posts.Quotes([.. QuotedSource.Ids(sources)], await current.Get())).Keys];

    /// <summary>A note's opening in sight; null for any other post.</summary>
    async Task<Post?> Find(long id)
    {
        var viewer = await current.Get();
        return await db.Posts.AsNoTracking().VisibleTo(viewer).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id && p.Part == Part.Opening && p.Topic.Kind == TopicKind.Note) is { } post && post.IsReadableBy(viewer) ? post : null;
    }
}
