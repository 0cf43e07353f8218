using System.Globalization;
using Community.Notes.Bench;
using Community.Notes.Writing;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Topics;

/// <summary>Goes from the form of a new note to the free text, to a template and back. What was typed is kept as the draft, and stands there in the other shape.</summary>
public sealed class NoteShapesController(CommunityContext db, CurrentViewer current, SaveDraft save) : Controller
{
    /// <param name="to">A <see cref="NoteShape"/>, or the id of a template.</param>
    [HttpPost("/new/note/shape")]
    public async Task<IActionResult> Change(DraftForm form, [FromForm] string? to)
    {
        var me = current.PersonId;
        var typed = form.ToText();
        var shaped = to switch
        {
            NoteShape.Free => typed with { Body = NoteSections.Of(typed.Body).Text(), Shape = NoteShape.Free },
            NoteShape.Form or null => typed with { Body = NoteSections.Of(typed.Body).In(NoteSkeleton.Headings).Text(isWhole: true), Shape = NoteShape.Form },
            _ => await InTemplate(typed, to),
        };
        try
        {
            var version = await save.Run(me, DraftPlace.New(TopicKind.Note), shaped, form.DraftVersion, HttpContext.RequestAborted);
            return new SeeOther(version is null ? "/new/note?shape=" + shaped.Shape : "/new/note");
        }
        catch (StaleDraftException)
        {
            throw new RefusedException(Refusal.Conflict, "A newer text of yours is kept at this place, saved from another page or device. It stays; copy what you need from the one below.");
        }
    }

    async Task<DraftText> InTemplate(DraftText typed, string to)
    {
        var viewer = await current.Get();
        var spaces = db.Spaces;
        var template = !long.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? null
            : await db.TemplatesListedFor(viewer).AsNoTracking().Where(t => t.Id == id).Select(t => new { t.Text, Space = spaces.Where(s => s.Id == t.SpaceId).Select(s => s.Slug).First() }).FirstOrDefaultAsync();
        if (template is null) throw new RefusedException(Refusal.NotFound, "There is no such template, or it is not for you.");

        // Who chose where it goes has chosen who will read it.
        var space = typed.Space.Length > 0 ? typed.Space : template.Space;
        var (mine, begun) = (NoteSections.Of(typed.Body), NoteSections.Of(template.Text));
        if (begun.Sections.Count == 0)
            return typed with { Body = mine.Text() is { Length: > 0 } text ? text.Contains(template.Text, StringComparison.Ordinal) ? text : $"{text}\n\n{template.Text}" : template.Text, Space = space, Shape = NoteShape.Free };

        var filled = mine.In(begun.Sections.Select(s => s.Heading));
        var sections = filled.Sections.Select((s, i) => s.Text.Length == 0 && i < begun.Sections.Count ? begun.Sections[i] : s);
        return typed with { Body = new NoteSections(mine.Purpose.Length > 0 ? mine.Purpose : begun.Purpose, [.. sections]).Whole(), Space = space, Shape = NoteShape.Form };
    }
}
