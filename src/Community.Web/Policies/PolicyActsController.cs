using Community.Policies;
using Community.Store;
using Community.Web.Frame;
using Community.Web.Trials;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Policies;

/// <summary>Writing policies and releasing their versions, for administrators.</summary>
[Route("/policies")]
public sealed class PolicyActsController(CommunityContext db, CurrentViewer current, PolicyLoading policies, IStringLocalizer<PoliciesText> text) : Controller, IFormAgain
{
    [HttpGet("new")]
    public async Task<IActionResult> New(PolicyPreset? preset)
    {
        if (!(await current.Get()).IsAdministrator) return NotFound();

        var form = new PolicyForm { EffectiveOn = await policies.Today() };
        return View("Write", new PolicyFormPage(null, preset is { } chosen ? form with { Title = PolicyTemplates.Title, Scope = PolicyTemplates.Scope, Quiz = PolicyTemplates.Quiz, Body = PolicyTemplates.Of(chosen) } : form));
    }

    [HttpPost("new")]
    public async Task<IActionResult> Make(PolicyForm form, [FromServices] MakePolicy make)
    {
        if (!(await current.Get()).IsAdministrator) return NotFound();

        var policy = TextOf(form);
        var id = await make.Run(current.PersonId, policy, await Owner(form, current.PersonId), TypedTrial.TopicOf(form.Topic), HttpContext.RequestAborted);
        return new SeeOther(PolicyAddress.Of(id, policy.Title));
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id) => await FormOf(id) is { } page ? View("Write", page) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Save(long id, PolicyForm form, [FromServices] DraftPolicy draft)
    {
        if (await FormOf(id) is not { } page) return NotFound();

        var owner = Folded.Of(form.Owner ?? "") == Folded.Of(page.Row!.Owner.Name) ? page.Row.Owner.Id : await Owner(form, page.Row.Owner.Id);
        await draft.Run(current.PersonId, id, TextOf(form), owner, TypedTrial.TopicOf(form.Topic), form.BasedOn, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved as a draft. It holds once it is released."].Value;
        return new SeeOther(await Waiting(id));
    }

    [HttpPost("{id:long}/release")]
    public async Task<IActionResult> Release(long id, [FromForm] int version, [FromForm] int edition, [FromServices] ReleasePolicy release)
    {
        await release.Run(current.PersonId, id, version, edition, HttpContext.RequestAborted);
        TempData["Said"] = text["Released."].Value;
        return new SeeOther(FormattableString.Invariant($"/policies/{id}?version={version}"));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (action == nameof(Make)) return View("Write", new PolicyFormPage(null, (PolicyForm)arguments["form"]!));
        if (action != nameof(Save) || await FormOf((long)arguments["id"]!) is not { } page) return null;

        var typed = (PolicyForm)arguments["form"]!;
        // Sent again it is based on what is shown beside it now.
        return View("Write", new PolicyFormPage(page.Row, typed with { BasedOn = page.Form.BasedOn }, typed.BasedOn == page.Form.BasedOn ? null : page.Form.Body));
    }

    /// <summary>The draft that waits, or the newest version to begin the next one with; null for everybody but administrators.</summary>
    async Task<PolicyFormPage?> FormOf(long id)
    {
        if (await policies.Page(id) is not { MayKeep: true } page || await policies.Page(id, page.Versions[0].Number) is not { } newest) return null;

        var (shown, isDraft) = (newest.Shown, newest.Stage == PolicyStage.Draft);
        var topic = page.Origin?.Address ?? (await policies.TopicOf(id))?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new PolicyFormPage(page.Row, new PolicyForm
        {
            Title = shown.Title,
            Kind = page.Row.Kind,
            Body = shown.Body,
            Summary = isDraft ? shown.Summary : "",
            EffectiveOn = isDraft ? shown.EffectiveOn : await policies.Today(),
            IsMinor = isDraft && !shown.AsksAgain,
            Scope = string.Join('\n', shown.Scope.Select(row => row.Accounts.Length == 0 ? row.Medium : $"{row.Medium} | {row.Accounts}")),
            Quiz = shown.Quiz,
            Owner = page.Row.Owner.Name,
            Topic = topic,
            BasedOn = isDraft ? shown.Edition : 0,
        });
    }

    async Task<string> Waiting(long id) => await policies.Page(id) is { } page ? FormattableString.Invariant($"{page.Row.Address}?version={page.Versions[0].Number}") : "/policies";

    static PolicyText TextOf(PolicyForm form) => PolicyText.Of(form.Title, form.Kind, form.Body, form.Summary, form.EffectiveOn, !form.IsMinor, form.Scope, form.Quiz);

    async Task<long> Owner(PolicyForm form, long otherwise) =>
        string.IsNullOrWhiteSpace(form.Owner) ? otherwise : (await db.PeopleNamed(await current.Get(), form.Owner, nameof(PolicyForm.Owner), HttpContext.RequestAborted)).FirstOrDefault();
}
