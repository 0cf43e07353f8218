using Community.People;
using Community.Trials;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Trials;

/// <summary>What happens to a trial: observed, decided, opened again.</summary>
public sealed class TrialActsController(CurrentViewer current, TrialLoading trials, IStringLocalizer<TrialsText> text) : Controller, IFormAgain
{
    [HttpPost("/trials/{id:long}/observations")]
    public async Task<IActionResult> Observe(long id, ObservationForm form, [FromServices] ObserveTrial observe)
    {
        await observe.Run(current.PersonId, id, form.Seen, form.Line, form.Day, Once.OfForm(form.Key, form.Seen.ToString(), form.Line, IsoDay.Of(form.Day)), HttpContext.RequestAborted);
        return Back(id, text["It stands in the log."]);
    }

    [HttpPost("/observations/{id:long}/take-back")]
    public async Task<IActionResult> TakeBack(long id, [FromServices] TakeBackObservation take) => Back(await take.Run(current.PersonId, id, HttpContext.RequestAborted), text["The observation is taken back."]);

    [HttpPost("/trials/{id:long}/decide")]
    public async Task<IActionResult> Decide(long id, DecisionForm form, [FromServices] DecideTrial decide)
    {
        if (form.Outcome is not { } outcome) throw new RefusedException(Refusal.Invalid, "A trial is adopted, adapted or abandoned.") { Field = nameof(form.Outcome) };

        await decide.Run(current.PersonId, id, outcome, form.Reason, HttpContext.RequestAborted);
        return Back(id, outcome == TrialOutcome.Abandoned ? text["Decided. Whoever wants the same next year finds it, and why."] : text["Decided. Write it down where people look for it."]);
    }

    /// <param name="note">The address of a note, or its number.</param>
    [HttpPost("/trials/{id:long}/note")]
    public async Task<IActionResult> Note(long id, string? note, int? revision, [FromServices] NameTrialNote name)
    {
        await name.Run(current.PersonId, id, TypedTrial.TopicOf(note) ?? 0, revision, HttpContext.RequestAborted);
        return Back(id, text["Its note is named."]);
    }

    [HttpPost("/trials/{id:long}/reopen")]
    public async Task<IActionResult> Reopen(long id, [FromServices] ReopenTrial reopen)
    {
        await reopen.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Back(id, text["It is open again."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (action is not (nameof(Observe) or nameof(Decide) or nameof(Note)) || await trials.Page((long)arguments["id"]!) is not { } page) return null;

        arguments.TryGetValue("form", out var form);
        (ViewData["Observation"], ViewData["Decision"]) = (form as ObservationForm, form as DecisionForm);
        return View("Trial", page);
    }

    SeeOther Back(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther(FormattableString.Invariant($"/trials/{id}"));
    }
}

/// <summary>An observation as it is typed.</summary>
public sealed record ObservationForm
{
    public Seen Seen { get; init; }

    public string? Line { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>Random, made with the form.</summary>
    public string? Key { get; init; }
}

/// <summary>A decision as it is typed.</summary>
public sealed record DecisionForm
{
    public TrialOutcome? Outcome { get; init; }

    public string? Reason { get; init; }
}
