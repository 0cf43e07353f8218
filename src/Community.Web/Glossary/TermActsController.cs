using Community.Glossary;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Glossary;

/// <summary>Adding, revising, removing and bringing back terms.</summary>
public sealed class TermActsController(CurrentViewer current, GlossaryListing listing, IStringLocalizer<GlossaryText> text) : Controller, IFormAgain
{
    [HttpGet("/glossary/new")]
    public async Task<IActionResult> New(string? name, string? space)
    {
        var spaces = await listing.Writable(await current.Get());
        return spaces.Count == 0 ? NotFound() : View("Write", new TermFormPage(null, new TermForm { Name = name, Space = space }, spaces));
    }

    [HttpPost("/glossary/new")]
    public async Task<IActionResult> Add(TermForm form, [FromServices] AddTerm add)
    {
        var term = TermText.Of(form.Name, form.Meaning, TagWords.Of(form.Synonyms));
        var id = await add.Run(current.PersonId, form.Space, term, HttpContext.RequestAborted);
        return new SeeOther(GlossaryAddress.Of(id, term.Name));
    }

    /// <summary>The form with what stands there, or with what an earlier revision said.</summary>
    [HttpGet("/terms/{id:long}/revise")]
    public async Task<IActionResult> Revision(long id, int? from)
    {
        if (await listing.Term(await current.Get(), id) is not { } term) return NotFound();
        if (term.Absence is not null) throw new RefusedException(Refusal.Conflict, "This term was removed. Bring it back before you revise it.");
        if (!term.MayRevise) throw new RefusedException(Refusal.Forbidden, "You may read this term, but not change it. Ask a member of the space.");

        var version = term.Versions.FirstOrDefault(v => v.Number == from) ?? term.Versions[0];
        var form = new TermForm { Name = version.Name, Meaning = version.Meaning, Synonyms = string.Join('\n', version.Synonyms), BaseRevision = term.Versions[0].Number };
        return View("Write", new TermFormPage(term, version.Number == form.BaseRevision ? form : form with { Summary = text["As in revision {0}", version.Number] }, []));
    }

    [HttpPost("/terms/{id:long}/revise")]
    public async Task<IActionResult> Revise(long id, TermForm form, [FromServices] ReviseTerm revise)
    {
        var term = TermText.Of(form.Name, form.Meaning, TagWords.Of(form.Synonyms));
        await revise.Run(current.PersonId, id, term, form.BaseRevision, form.Summary, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther(GlossaryAddress.Of(id, term.Name));
    }

    [HttpPost("/terms/{id:long}/remove")]
    public async Task<IActionResult> Remove(long id, [FromForm] string? reason, [FromServices] RemoveTerm remove)
    {
        await remove.Run(current.PersonId, id, reason ?? "", HttpContext.RequestAborted);
        TempData["Said"] = text["Removed. Below, it can be brought back."].Value;
        return new SeeOther(FormattableString.Invariant($"/glossary/{id}"));
    }

    [HttpPost("/terms/{id:long}/restore")]
    public async Task<IActionResult> Restore(long id, [FromServices] RestoreTerm restore)
    {
        await restore.Run(current.PersonId, id, HttpContext.RequestAborted);
        TempData["Said"] = text["It is back."].Value;
        return new SeeOther(FormattableString.Invariant($"/glossary/{id}"));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        var viewer = await current.Get();
        if (action == nameof(Add) && arguments["form"] is TermForm added)
            return View("Write", new TermFormPage(null, added, await listing.Writable(viewer), await listing.Existing(viewer, added.Name, added.Space)));

        if (action != nameof(Revise) || arguments["id"] is not long id || await listing.Term(viewer, id) is not { } term) return null;

        var form = (TermForm)arguments["form"]!;
        var newest = term.Versions[0];
        var existing = await listing.Existing(viewer, form.Name, term.SpaceSlug);
        // Sent again it is based on what is shown beside it now.
        return View("Write", new TermFormPage(term, form with { BaseRevision = newest.Number }, [], existing?.Id == id ? null : existing, form.BaseRevision == newest.Number ? null : newest));
    }
}
