using System.Globalization;
using Community.Notes.Refining;
using Community.People;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.Notes;

/// <summary>Suggesting a change to a note, and deciding on one.</summary>
public sealed class SuggestionsController(CommunityContext db, CurrentViewer current, SuggestionReading reading, TopicLoading topics, DraftLoading drafts, Looks looks) : Controller, IFormAgain
{
    const int FirstWords = 80;
    const int MostShown = 100;

    [HttpGet("/posts/{id:long}/suggest")]
    public async Task<IActionResult> Suggest(long id, int? passage)
    {
        if (!(await current.Get()).IsSignedIn || await reading.Find(id) is not { Standing: Standing.Published } post) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var text = await reading.Shown(post);
        var draft = passage is null ? await drafts.At(DraftPlace.SuggestionTo(id)) : null;
        var form = draft is null
            ? new SuggestForm { Body = passage is { } one ? Markdown.Split(text).ElementAtOrDefault(one)?.Trim() ?? text : text, BaseRevision = post.RevisionNumber, Passage = passage }
            : new SuggestForm { Body = draft.Text.Body, Reason = draft.Text.Summary, BaseRevision = draft.Text.BaseRevision ?? post.RevisionNumber, Key = draft.Text.Key, DraftVersion = draft.Version, SavedAt = draft.At };
        return View("Suggest", await Page(post, form, text));
    }

    [HttpPost("/posts/{id:long}/suggest")]
    public async Task<IActionResult> Send(long id, SuggestForm form, [FromServices] SuggestChange suggest)
    {
        if (await reading.Find(id) is not { } post) return NotFound();

        var (body, shown) = (form.Body, await reading.Shown(post, form.BaseRevision));
        if (form.Passage is { } one)
        {
            var blocks = Markdown.Split(shown);
            if (one >= 0 && one < blocks.Count) body = string.Concat(blocks.Select((block, i) => i == one ? form.Body.Trim() + block[block.TrimEnd().Length..] : block));
        }

        body = await reading.Whole(post, form.BaseRevision, body);
        var made = await suggest.Run(current.PersonId, post.TopicId, form.BaseRevision, body, form.Reason,
            Once.OfForm(form.Key, "suggest", id.ToString(CultureInfo.InvariantCulture), body, form.Reason), form.DraftVersion, HttpContext.RequestAborted);
        return new SeeOther($"/suggestions/{made}");
    }

    [HttpGet("/posts/{id:long}/suggestions")]
    public async Task<IActionResult> List(long id)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || await reading.Find(id) is not { } post) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var rows = await reading.Rows((await db.SuggestionsOf(viewer, post.Topic)).OrderByDescending(s => s.Id).Take(MostShown));
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
        if (action != nameof(Send) || await reading.Find(id) is not { } post) return null;

        return View("Suggest", await Page(post, (SuggestForm)arguments["form"]!, await reading.Shown(post)));
    }

    async Task<SuggestPage> Page(Post post, SuggestForm form, string text) => new(post.Id, await topics.Head(post.Topic), form, [.. Markdown.Split(text).Select(block => block.Trim()).Select(block => block.Length <= FirstWords ? block : block[..FirstWords] + "…")]);

    async Task<SuggestionPage?> Load(long id, DecisionForm? typed)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || await reading.One(id) is not { } shown) return null;

        var (post, row) = (shown.Post, shown.Row);
        await looks.Record(post.Topic.SpaceId);
        return new SuggestionPage(await topics.Head(post.Topic), post.Id, row, row.BasedOn, row.BasedOn == post.RevisionNumber, [.. shown.Parts.Select((part, i) => (i, TextDifference.Inline(part.Before ?? "", part.After ?? "")))],
            shown.MayDecide, row.AuthorId == viewer.PersonId, typed?.Parts.ToHashSet() ?? Enumerable.Range(0, shown.Parts.Count).ToHashSet(), typed?.Word ?? "");
    }
}
