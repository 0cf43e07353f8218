using Community.Notes.Combining;
using Community.People;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Combining;

/// <summary>Writing a note for some of what another one says for all, and what is different.</summary>
[Route("/notes/{id:long}")]
public sealed class VariantsController(CurrentViewer current, TopicLoading topics, VariantLoading variants, Looks looks, IStringLocalizer<CombiningText> text) : Controller, IFormAgain
{
    [HttpGet("variant")]
    public async Task<IActionResult> New(long id)
    {
        if (!(await current.Get()).IsSignedIn || await variants.Base(id) is not { } of) return NotFound();

        await looks.Record(of.SpaceId);
        return View("Variant", await variants.Page(of, await variants.Form(of)));
    }

    [HttpPost("variant")]
    [TakesFiles]
    public async Task<IActionResult> Create(long id, VariantForm form, [FromServices] MakeVariant make)
    {
        var variant = new VariantText(form.Space, form.Title, form.Body, TagWords.Of(form.Tags), form.ParentId, form.Summary);
        var note = await make.Run(current.PersonId, id, variant, Once.OfForm(form.Key, "variant", form.Space, form.Title, form.Body, form.Tags), form.DraftVersion, HttpContext.RequestAborted);
        return new SeeOther(TopicAddress.Of(TopicKind.Note, note, form.Title));
    }

    [HttpPost("variant/loosen")]
    public async Task<IActionResult> Loosen(long id, [FromServices] LoosenVariant loosen)
    {
        await loosen.Run(current.PersonId, id, HttpContext.RequestAborted);
        TempData["Said"] = text["It is a note of its own now."].Value;
        return new SeeOther(await topics.Find(id) is { } note ? (await topics.Head(note)).Address : "/");
    }

    /// <summary>What a variant says otherwise than its base.</summary>
    [HttpGet("differences")]
    public async Task<IActionResult> Differences(long id)
    {
        if (await variants.Differences(id) is not { } page) return NotFound();

        ViewData["Robots"] = "noindex";
        return View("Differences", page);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Create) && await variants.Base((long)arguments["id"]!) is { } of ? View("Variant", await variants.Page(of, (VariantForm)arguments["form"]!)) : null;
}
