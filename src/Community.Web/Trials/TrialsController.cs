using Community.Governance;
using Community.People;
using Community.Store;
using Community.Trials;
using Community.Web.Frame;
using Community.Web.Spaces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Trials;

/// <summary>What is tried: the board, a trial with its log, and the form of one.</summary>
[Route("/trials")]
public sealed class TrialsController(CommunityContext db, CurrentViewer current, TrialListing listing, TrialLoading trials, IStringLocalizer<TrialsText> text) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> Board(string? space, string? mine, string? ended, string? outcome, string? after)
    {
        if (!(await current.Get()).IsSignedIn) return NotFound();
        if (ended == "1") return await listing.Archive(space, OutcomeOf(outcome), after) is { } archive ? View("Archive", archive) : NotFound();

        return await listing.Board(space, mine == "1") is { } board ? View("Board", board) : NotFound();
    }

    [HttpGet("{id:long}/{slug?}")]
    public async Task<IActionResult> Show(long id, string? before, [FromServices] Looks looks)
    {
        if (await trials.Page(id, before) is not { } page) return NotFound();

        if (Request.Path.Value != page.Row.Address)
        {
            Response.Headers.CacheControl = "no-cache";
            return RedirectPermanent(page.Row.Address + Request.QueryString);
        }

        await looks.Record(page.SpaceId);
        ViewData["Open"] = page.Tier == Tier.Public;
        return View("Trial", page);
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(string? space, long? topic)
    {
        var spaces = await trials.Spaces();
        if (spaces.Count == 0) return NotFound();

        var today = await listing.Today();
        var about = topic is { } id ? await trials.Topic(id) : null;
        return View("Write", new TrialFormPage(null, new TrialForm { Space = space, StartsOn = today, Topic = about?.Address, Key = Guid.NewGuid().ToString("N") }, spaces, about));
    }

    [HttpPost("new")]
    public async Task<IActionResult> Start(TrialForm form, [FromServices] StartTrial start)
    {
        var trial = await TextOf(form);
        var once = Once.OfForm(form.Key, form.Space, trial.Title, trial.What, trial.Place, trial.Measure, IsoDay.Of(form.StartsOn), IsoDay.Of(form.EndsOn), form.People, form.Topic);
        var id = await start.Run(current.PersonId, form.Space ?? "", trial, once, HttpContext.RequestAborted);
        return new SeeOther(TrialAddress.Of(id, trial.Title));
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id)
    {
        if (await trials.Page(id) is not { MayKeep: true } page) return NotFound();

        var form = new TrialForm
        {
            Title = page.Row.Title,
            What = page.What,
            Place = page.Row.Place,
            Measure = page.Measure,
            StartsOn = page.Row.StartsOn,
            EndsOn = page.Row.EndsOn,
            People = string.Join(", ", page.People.Where(person => person.Id != page.Owner.Id).Select(person => person.Name)),
            Owner = page.Owner.Name,
            Topic = page.Topic?.Address,
        };
        return View("Write", new TrialFormPage(page.Row, form, [], page.Topic));
    }

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Save(long id, TrialForm form, [FromServices] ReviseTrial revise)
    {
        if (await trials.Page(id) is not { } page) return NotFound();

        var trial = await TextOf(form, page);
        var owner = Folded.Of(form.Owner ?? "") is { Length: > 0 } typed && typed != Folded.Of(page.Owner.Name) ? (await db.PeopleNamed(await current.Get(), form.Owner, "Owner", HttpContext.RequestAborted)).FirstOrDefault() : page.Owner.Id;
        await revise.Run(current.PersonId, id, trial, owner, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther(TrialAddress.Of(id, trial.Title));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (action == nameof(Start)) return View("Write", new TrialFormPage(null, (TrialForm)arguments["form"]!, await trials.Spaces(), null));

        return action == nameof(Save) && await trials.Page((long)arguments["id"]!) is { MayKeep: true } page ? View("Write", new TrialFormPage(page.Row, (TrialForm)arguments["form"]!, [], page.Topic)) : null;
    }

    /// <summary>What was typed. Who and what is named there already stays, also where it is out of the person's sight or not here any more.</summary>
    async Task<TrialText> TextOf(TrialForm form, TrialPage? page = null)
    {
        var viewer = await current.Get();
        var before = page?.People.ToLookup(person => Folded.Of(person.Name), person => person.Id);
        var typed = (form.People ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToLookup(name => before?.Contains(Folded.Of(name)) == true);
        List<long> people = [.. typed[true].SelectMany(name => before![Folded.Of(name)]), .. await db.PeopleNamed(viewer, string.Join(',', typed[false]), "People", HttpContext.RequestAborted)];
        return TrialText.Of(form.Title, form.What, form.Place, form.Measure, form.StartsOn, form.EndsOn, await listing.Today(), people, TypedTrial.TopicOf(form.Topic) ?? page?.HiddenTopicId);
    }

    static TrialOutcome? OutcomeOf(string? word) => Enum.GetValues<TrialOutcome>().Where(outcome => TrialListing.Word(outcome) == word).Select(outcome => (TrialOutcome?)outcome).FirstOrDefault();
}
