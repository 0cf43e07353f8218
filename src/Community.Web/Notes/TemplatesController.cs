using Community.Governance;
using Community.Notes.Writing;
using Community.Spaces;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Notes;

/// <summary>A space's templates for notes, kept by its stewards.</summary>
[Route("/spaces/{slug}/templates")]
public sealed class TemplatesController(CommunityContext db, CurrentViewer current, KnownCommunity known, KeepTemplate keep) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> Show(string slug) => await Page(slug, null, null) is { } page ? View("Templates", page) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Add(string slug, TemplateForm form)
    {
        await keep.Run(current.PersonId, slug, null, form.Name, form.Text, stop: HttpContext.RequestAborted);
        return new SeeOther($"/spaces/{slug}/templates");
    }

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Change(string slug, long id, TemplateForm form)
    {
        await keep.Run(current.PersonId, slug, id, form.Name, form.Text, form.Act switch { "away" => true, "back" => false, _ => null }, HttpContext.RequestAborted);
        return new SeeOther($"/spaces/{slug}/templates");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        await Page((string)arguments["slug"]!, (TemplateForm)arguments["form"]!, arguments.TryGetValue("id", out var id) ? id as long? : null) is { } page ? View("Templates", page) : null;

    async Task<TemplatesPage?> Page(string slug, TemplateForm? typed, long? typedInto)
    {
        var viewer = await current.Get();
        if (!viewer.IsSignedIn || (await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == slug && viewer.CanRead(s.Id)) is not { } space) return null;

        var may = viewer.May(Act.KeepTemplates, space.Id);
        var rows = await db.NoteTemplates.AsNoTracking().Where(t => t.SpaceId == space.Id && (t.RemovedAt == null || may)).OrderBy(t => t.RemovedAt != null).ThenBy(t => t.Name).ThenBy(t => t.Id).Take(100)
            .Select(t => new TemplateRow(t.Id, t.Name, t.Text, t.RemovedAt != null)).ToListAsync();
        if (typed is not null && typedInto is { } into) rows = rows.ConvertAll(row => row.Id == into ? row with { Name = typed.Name ?? "", Text = typed.Text ?? "" } : row);
        return new TemplatesPage(slug, space.Name, rows, may, typedInto is null ? typed ?? new TemplateForm() : new TemplateForm());
    }
}

/// <summary>A template as it is typed.</summary>
public sealed record TemplateForm
{
    public string? Name { get; init; }

    public string? Text { get; init; }

    /// <summary>away or back; otherwise name and text are saved.</summary>
    public string? Act { get; init; }
}

/// <summary>One template of the space.</summary>
public sealed record TemplateRow(long Id, string Name, string Text, bool IsRemoved);

/// <summary>A space's templates.</summary>
public sealed record TemplatesPage(string Slug, string Space, IReadOnlyList<TemplateRow> Templates, bool MayKeep, TemplateForm Form);
