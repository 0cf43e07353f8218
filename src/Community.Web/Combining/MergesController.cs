using Community.Governance;
using Community.Notes;
using Community.Notes.Combining;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Combining;

/// <summary>Merging a note into another one, and taking that back.</summary>
[Route("/notes/{id:long}/merge")]
public sealed class MergesController(CommunityContext db, CurrentViewer current, TopicLoading topics, MergeLoading merges, Looks looks, IStringLocalizer<CombiningText> text) : Controller, IFormAgain
{
    /// <param name="into">The other note: its number, address or title.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(long id, string? into)
    {
        if (await Source(id) is not { } source) return NotFound();

        await looks.Record(source.SpaceId);
        return await merges.Form(source, into) is { } form ? View("Merge", await merges.Page(source, form)) : View("MergeInto", await merges.Choice(source, into));
    }

    [HttpPost("")]
    [TakesFiles]
    public async Task<IActionResult> Merge(long id, MergeForm form, [FromServices] MergeNotes merge)
    {
        if (await Source(id) is not { } source) return NotFound();

        var edit = new Edit(form.Body, Summary(form.Summary), form.BaseRevision, form.Title, TagWords.Of(form.Tags), form.DraftVersion);
        try
        {
            await merge.Run(current.PersonId, id, form.ParentId ?? 0, form.SourceRevision ?? 0, edit, form.Summary, HttpContext.RequestAborted);
        }
        catch (StaleEditException stale)
        {
            // Both texts are shown; merging again is based on what stands now.
            ModelState.Clear();
            var page = View("Merge", await merges.Page(source, form with { BaseRevision = stale.Number }) with { Newer = new Conflict(stale.Number, stale.Editor, stale.At, stale.Text, TextDifference.Of(stale.Text, form.Body), IsMerged: false) });
            page.StatusCode = StatusCodes.Status409Conflict;
            return page;
        }

        TempData["Said"] = text["They are one note now. The address of the other one leads here."].Value;
        return new SeeOther(await topics.Find(form.ParentId!.Value) is { } target ? (await topics.Head(target)).Address : "/");
    }

    [HttpPost("undo")]
    public async Task<IActionResult> Undo(long id, string? reason, [FromServices] UndoMerge undo)
    {
        var isAsBefore = await undo.Run(current.PersonId, id, reason ?? "", HttpContext.RequestAborted);
        TempData["Said"] = (isAsBefore ? text["They are two notes again, each with its own text."] : text["It is open again. The other note was revised since, so its text stays; take out of it what belongs here."]).Value;
        return new SeeOther(await topics.Find(id) is { } source ? (await topics.Head(source)).Address : "/");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Merge) && await Find((long)arguments["id"]!) is { } source && await Keeps(source) && (MergeForm)arguments["form"]! is { ParentId: not null } form && await merges.Target(form.ParentId.Value) is not null
            ? View("Merge", await merges.Page(source, form))
            : null;

    /// <summary>Who reads the one note may not know the other, or not any more: its title is not written down.</summary>
    string Summary(string? reason)
    {
        var summary = text["Merged with another note: {0}", (reason ?? "").Trim()].Value;
        return summary.Length <= Revision.MaxSummaryLength ? summary : summary[..Revision.MaxSummaryLength];
    }

    /// <exception cref="RefusedException">It is others' to keep.</exception>
    async Task<Topic?> Source(long id)
    {
        var note = await Find(id);
        return note is null || await Keeps(note) ? note : throw new RefusedException(Refusal.Forbidden, "Its author, its stewards and those of its space do this to a note.");
    }

    async Task<Topic?> Find(long id) => (await current.Get()).IsSignedIn && await topics.Find(id) is { Kind: TopicKind.Note, Standing: Standing.Published } note ? note : null;

    async Task<bool> Keeps(Topic note) => await current.Get() is var viewer && viewer.May(Act.ReviseNote, note.SpaceId, await NoteCapacity.ToRevise(db, viewer, note));
}
