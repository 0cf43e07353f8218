using Community.People;
using Community.Playbooks;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Playbooks;

/// <summary>Playbooks: all of them, one with its history, and the form for those who keep them.</summary>
public sealed class PlaybooksController(CurrentViewer current, PlaybookReading playbooks, TypedDoer doers, IStringLocalizer<PlaybooksText> text) : Controller, IFormAgain
{
    [HttpGet("/playbooks")]
    public async Task<IActionResult> Index() => await playbooks.Page() is { } page ? View("Playbooks", page) : NotFound();

    [HttpGet("/playbooks/{id:long}")]
    public async Task<IActionResult> Show(long id, int? version) => await playbooks.One(id, version) is { } page ? View("Playbook", page) : NotFound();

    [HttpGet("/playbooks/new")]
    public async Task<IActionResult> New() => await playbooks.Form(null) is { } page ? View("Write", page) : NotFound();

    [HttpPost("/playbooks/new")]
    public async Task<IActionResult> Make(PlaybookForm form, [FromServices] MakePlaybook make)
    {
        if (await playbooks.Form(null, form) is null) return NotFound();

        var id = await make.Run(current.PersonId, await Terms(form), Once.OfForm(form.Key, form.Title, form.When, form.Reply), HttpContext.RequestAborted);
        return Said(text["It can be started from any post."], $"/playbooks/{id}");
    }

    [HttpGet("/playbooks/{id:long}/edit")]
    public async Task<IActionResult> Edit(long id) => await playbooks.Form(id) is { } page ? View("Write", page) : NotFound();

    [HttpPost("/playbooks/{id:long}/edit")]
    public async Task<IActionResult> Save(long id, PlaybookForm form, [FromServices] RevisePlaybook revise)
    {
        if (await playbooks.Form(id, form) is null) return NotFound();

        await revise.Run(current.PersonId, id, await Terms(form), form.BasedOn, HttpContext.RequestAborted);
        return Said(text["Saved as a new version. What runs keeps the version that it began with."], $"/playbooks/{id}");
    }

    [HttpPost("/playbooks/{id:long}/retire")]
    public async Task<IActionResult> Retire(long id, bool retired, [FromServices] RetirePlaybook retire)
    {
        await retire.Run(current.PersonId, id, retired, HttpContext.RequestAborted);
        return Said(retired ? text["Retired: nobody starts it any more. What runs goes on."] : text["It is in use again."], $"/playbooks/{id}");
    }

    [HttpPost("/playbooks/adopt")]
    public async Task<IActionResult> Adopt(string? key, [FromServices] AdoptReady adopt)
    {
        var id = await adopt.Run(current.PersonId, key ?? "", HttpContext.RequestAborted);
        return Said(text["Adopted; you own it. Change it until it fits your house."], $"/playbooks/{id}");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => action switch
    {
        nameof(Make) or nameof(Save) when arguments["form"] is PlaybookForm form && await playbooks.Form(arguments.TryGetValue("id", out var id) ? (long?)id : null, form) is { } page => View("Write", page),
        nameof(Retire) when await playbooks.One((long)arguments["id"]!) is { } page => View("Playbook", page),
        nameof(Adopt) when await playbooks.Page() is { } page => View("Playbooks", page),
        _ => null,
    };

    async Task<PlaybookTerms> Terms(PlaybookForm form)
    {
        var steps = new List<StepTerms>();
        foreach (var step in (form.Steps ?? []).Where(step => !string.IsNullOrWhiteSpace(step.Text)).OrderBy(step => step.Place ?? int.MaxValue))
            steps.Add(new StepTerms(step.Text, await doers.Of(step.Who, step.Name, nameof(form.Steps)), step.Hours ?? 0));
        var approver = string.IsNullOrEmpty(form.Approver) ? null : await doers.Of(form.Approver, form.ApproverName, nameof(form.ApproverName));
        return new PlaybookTerms(form.Scenario, form.OtherScenario, form.Title, form.When, await doers.Id(form.Owner, nameof(form.Owner)), steps, form.Reply, approver, form.Hours);
    }

    SeeOther Said(string sentence, FormattableString address)
    {
        TempData["Said"] = sentence;
        return new SeeOther(FormattableString.Invariant(address));
    }
}
