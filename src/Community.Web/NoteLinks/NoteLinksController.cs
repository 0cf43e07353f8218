using Community.Events;
using Community.Spaces;
using Community.Store;
using Community.Text;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.NoteLinks;

/// <summary>Where links to notes lead, what leads to a note, and which notes are asked for and not written.</summary>
[Route("/notes")]
public sealed class NoteLinksController(CommunityContext db, LastEvent last, CurrentViewer current, TopicListing listing, BackLinks backLinks, IStringLocalizer<NoteLinksText> text) : Controller
{
    const int AtMost = 8;
    const int WantedAPage = 50;

    /// <summary>The note of this title; a list where several bear it, and where none does the page for writing it.</summary>
    [HttpGet("named")]
    public async Task<IActionResult> Named(string? title, string? after)
    {
        var viewer = await current.Get();
        var name = Folded.Of(title ?? "");
        if (name.Length == 0) return NotFound();

        var notes = await db.NotesFor(viewer).AsNoTracking().Where(t => t.TitleFolded == name).Take(2).Select(t => new { t.Id, t.Title }).ToListAsync();
        if (notes.Count == 0) return viewer.IsSignedIn ? Redirect("/new/note?title=" + Uri.EscapeDataString(title!)) : NotFound();
        if (notes.Count == 1) return Redirect(TopicAddress.Of(TopicKind.Note, notes[0].Id, notes[0].Title));

        var (at, address) = (await last.Id(), NoteLinkForm.AddressOf(title!));
        var rows = await listing.Load(topics => topics.Where(t => t.Kind == TopicKind.Note && t.TitleFolded == name), TopicOrder.Latest, after, address);
        return View("/Topics/List.cshtml", new ListPage(title!, text["Several notes have this name."], [], rows, address, at));
    }

    /// <summary>Titles for the composer's completion: notes with a word that begins so; at most 8, those that begin with it first.</summary>
    [HttpGet("names")]
    public async Task<IActionResult> Names(string? q)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var start = Folded.Of(q is { Length: > Topic.MaxTitleLength } ? q[..Topic.MaxTitleLength] : q ?? "");
        var notes = db.NotesFor(viewer).AsNoTracking();
        var spaces = db.Spaces;
        var found = await notes.Where(t => t.ClosedAt == null && (t.TitleFolded!.StartsWith(start) || t.TitleFolded.Contains(" " + start)))
            .OrderBy(t => t.TitleFolded!.StartsWith(start) ? 0 : 1).ThenBy(t => t.TitleFolded).ThenBy(t => t.Id).Take(AtMost)
            .Select(t => new { t.Id, t.Title, IsShared = notes.Any(other => other.Id != t.Id && other.TitleFolded == t.TitleFolded), Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Name).First() }).ToListAsync();
        return Json(found.Select(t => new { value = NoteLinkForm.Written(t.Id, t.Title, !t.IsShared), label = t.IsShared ? $"{t.Title}, {t.Space}" : t.Title }));
    }

    /// <summary>Titles that are linked to and that no note bears, as far as the reader sees: the most wanted first.</summary>
    /// <param name="after">The count and the name of the last one seen, with a dot between.</param>
    [HttpGet("wanted")]
    public async Task<IActionResult> Wanted(string? after)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn) return NotFound();

        var rows = await WantedNotes.After(db, viewer, after, WantedAPage + 1, HttpContext.RequestAborted);
        var page = rows.Take(WantedAPage).ToList();
        return View("Wanted", new WantedPage(page, rows.Count > WantedAPage ? "/notes/wanted?after=" + Uri.EscapeDataString(page[^1].Cursor) : null));
    }

    /// <summary>Every topic with a text that links to the note.</summary>
    [HttpGet("{id:long}/links")]
    public async Task<IActionResult> Links(long id, string? after)
    {
        if (await backLinks.Note(id) is not { } note) return NotFound();

        var (at, address) = (await last.Id(), $"/notes/{id}/links");
        var links = await backLinks.To(note);
        var rows = await listing.Load(topics => topics.Where(t => links.Any(l => l.Post.TopicId == t.Id)), TopicOrder.Latest, after, address);
        ViewData["Robots"] = "noindex";
        return View("/Topics/List.cshtml", new ListPage(text["Linked from"], note.Title, [new Filter(text["The note"], TopicAddress.Of(note.Kind, note.Id, note.Title), null, false), new Filter(text["Linked from"], address, null, true)], rows, address, at));
    }
}

/// <summary>Titles that are asked for.</summary>
public sealed record WantedPage(IReadOnlyList<WantedNote> Notes, string? Next);
