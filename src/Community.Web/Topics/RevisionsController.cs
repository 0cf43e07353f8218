using Community.Governance;
using Community.Notes;
using Community.People;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Editing a post, and what it said before.</summary>
[Route("/posts/{id:long}")]
public sealed class RevisionsController(CommunityContext db, CurrentViewer current, TopicLoading topics, PostLoading posts, Revising revising, Looks looks, OtherEditors others) : Controller, IFormAgain
{
    [HttpGet("edit")]
    public async Task<IActionResult> Edit(long id, long? answers, [FromServices] DraftLoading drafts)
    {
        if (await Find(id) is not { Standing: Standing.Published } post || !(await current.Get()).IsSignedIn) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var text = await db.Revisions.AsNoTracking().Where(r => r.PostId == id && r.Number == post.RevisionNumber).Select(r => r.Source).FirstAsync();
        var tags = await db.TopicTags.AsNoTracking().Where(t => t.TopicId == post.TopicId).OrderBy(t => t.Tag!.Name).Select(t => t.Tag!.Name).ToListAsync();
        var form = new EditForm { Body = text, Title = post.Topic.Title, Tags = string.Join(", ", tags), BaseRevision = post.RevisionNumber };
        // Saved on the revision that the draft began from, so that what came between is shown and not overwritten.
        if (await drafts.At(DraftPlace.EditOf(id)) is { } draft)
            form = new EditForm { Body = draft.Text.Body, Title = draft.Text.Title, Tags = draft.Text.Tags, Summary = draft.Text.Summary, BaseRevision = draft.Text.BaseRevision, Key = draft.Text.Key, DraftVersion = draft.Version, SavedAt = draft.At };
        if (answers is { } task) form = form with { Answers = [task] };
        var mayCheck = await MayCheck(post);
        var page = new EditPage(post.Id, await topics.Head(post.Topic), post.Part, await MayRevise(post), form, null) { MayCheck = mayCheck };
        if (page.IsAllowed) page = page with { Others = await others.Of(post) };
        var view = View("Edit", page);
        if (!page.IsAllowed) view.StatusCode = StatusCodes.Status403Forbidden;
        return view;
    }

    [HttpPost("edit")]
    [TakesFiles]
    public async Task<IActionResult> Save(long id, EditForm form)
    {
        if (await Find(id) is not { } post) return NotFound();

        var edit = new Edit(form.Body, form.Summary, form.BaseRevision, post.Part == Part.Opening ? form.Title : null, post.Part == Part.Opening ? TagWords.Of(form.Tags) : null, form.DraftVersion) { Merges = true, IsCheck = form.IsCheck && !form.IsMinor, IsMinor = form.IsMinor };
        try
        {
            await revising.Save(current.PersonId, post, edit, form.Speech with { IsSure = true }, form.Answers ?? [], HttpContext.RequestAborted);
            return new SeeOther(TopicAddress.Permalink(id));
        }
        catch (StaleEditException stale)
        {
            // Both texts are shown; saving again is based on what stands now.
            ModelState.Clear();
            var page = View("Edit", new EditPage(id, await topics.Head(post.Topic), post.Part, true, form with { BaseRevision = stale.Number, Body = stale.Merged ?? form.Body }, new Conflict(stale.Number, stale.Editor, stale.At, stale.Text, TextDifference.Of(stale.Text, stale.Merged ?? form.Body), stale.Merged is not null)) { MayCheck = await MayCheck(post) });
            page.StatusCode = StatusCodes.Status409Conflict;
            return page;
        }
    }

    [HttpGet("history")]
    public async Task<IActionResult> History(long id, int? from, int? to, string? view)
    {
        var viewer = await current.Get();
        if (await Find(id) is not { } post || !post.IsReadableBy(viewer)) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var people = db.People;
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.PostId == id).OrderByDescending(r => r.Number).Take(200)
            .Select(r => new RevisionRow(r.Number, r.EditorId, people.Where(p => p.Id == r.EditorId).Select(p => p.Name).First(), r.At, r.Summary, r.IsMinor)).ToListAsync();
        if (post.UnnamedAt is not null) revisions = revisions.ConvertAll(r => r with { Editor = "—", EditorId = 0 });
        var newer = to ?? from + 1 ?? post.RevisionNumber;
        var older = from ?? newer - 1;
        var texts = await db.Revisions.AsNoTracking().Where(r => r.PostId == id && (r.Number == older || r.Number == newer)).ToDictionaryAsync(r => r.Number, r => r.Source);
        if (!texts.TryGetValue(newer, out var now)) return NotFound();

        var hidden = (await posts.Quotes([.. QuotedSource.Ids(texts.Values)], viewer)).Keys.ToHashSet();
        string Shown(string source) => QuotedSource.Mask(source, hidden);
        return View("History", new HistoryPage(id, await topics.Head(post.Topic), post.Part, revisions, older, newer, TextDifference.Of(Shown(texts.GetValueOrDefault(older, "")), Shown(now)), view == "source",
            post.Standing == Standing.Published && await MayRevise(post)));
    }

    /// <summary>Who wrote which line of the newest text.</summary>
    [HttpGet("lines")]
    public async Task<IActionResult> Lines(long id)
    {
        var viewer = await current.Get();
        if (await Find(id) is not { } post || !post.IsReadableBy(viewer)) return NotFound();

        await looks.Record(post.Topic.SpaceId);
        var people = db.People;
        var revisions = await db.Revisions.AsNoTracking().Where(r => r.PostId == id).OrderBy(r => r.Number)
            .Select(r => new { r.Source, Row = new RevisionRow(r.Number, r.EditorId, people.Where(p => p.Id == r.EditorId).Select(p => p.Name).First(), r.At, r.Summary, r.IsMinor) }).ToListAsync();
        var rows = revisions.ToDictionary(r => r.Row.Number, r => post.UnnamedAt is null ? r.Row : r.Row with { Editor = "—", EditorId = 0 });
        var hidden = (await posts.Quotes([.. QuotedSource.Ids(revisions.Select(r => r.Source))], viewer)).Keys.ToHashSet();
        var groups = new List<(RevisionRow Revision, IReadOnlyList<string> Lines)>();
        foreach (var line in LineOrigins.Of(revisions.Select(r => (r.Row.Number, QuotedSource.Mask(r.Source, hidden)))).Where(line => line.Text.Trim().Length > 0))
        {
            if (groups.Count > 0 && groups[^1].Revision.Number == line.Revision) ((List<string>)groups[^1].Lines).Add(line.Text);
            else groups.Add((rows[line.Revision], new List<string> { line.Text }));
        }

        return View("Lines", new LinesPage(id, await topics.Head(post.Topic), groups));
    }

    /// <summary>Who else has begun to edit this post, for those who may.</summary>
    [HttpGet("edit/others")]
    public async Task<IActionResult> Others(long id) =>
        await Find(id) is { } post && await MayRevise(post) ? PartialView("_AlsoEditing", await others.Of(post)) : NotFound();

    /// <summary>An old text becomes the newest again; nothing is lost.</summary>
    [HttpPost("history/{number:int}/restore")]
    public async Task<IActionResult> Restore(long id, int number, string summary)
    {
        var viewer = await current.Get();
        if (await Find(id) is not { } post || !post.IsReadableBy(viewer)) return NotFound();
        if (await db.Revisions.AsNoTracking().Where(r => r.PostId == id && r.Number == number).Select(r => r.Source).FirstOrDefaultAsync() is not { } text) return NotFound();

        var edit = new Edit(text, summary, null);
        await revising.Save(current.PersonId, post, edit, null, HttpContext.RequestAborted);
        return new SeeOther(TopicAddress.Permalink(id));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (action != nameof(Save) || await Find((long)arguments["id"]!) is not { } post) return null;

        return View("Edit", new EditPage(post.Id, await topics.Head(post.Topic), post.Part, true, (EditForm)arguments["form"]!, null) { MayCheck = await MayCheck(post) });
    }

    async Task<Post?> Find(long id) => await db.Posts.AsNoTracking().VisibleTo(await current.Get()).Include(p => p.Topic).FirstOrDefaultAsync(p => p.Id == id);

    async Task<bool> MayCheck(Post post)
    {
        var viewer = await current.Get();
        return Revising.IsNoteText(post) && viewer.May(Act.KeepNote, post.Topic.SpaceId, await NoteCapacity.Of(db, viewer, post.Topic));
    }

    async Task<bool> MayRevise(Post post) => await PostRights.MayRevise(db, await current.Get(), post);
}
