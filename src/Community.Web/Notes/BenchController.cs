using System.Globalization;
using Community.Notes.Bench;
using Community.Notes.Lineage;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Notes;

/// <summary>The distil bench: what was said on the left, the note that it becomes on the right.</summary>
[Route("/bench")]
public sealed class BenchController(CurrentViewer current, BenchLoading bench, KeepBench keep, IStringLocalizer<NotesText> text) : Controller, IFormAgain
{
    [HttpGet("")]
    public async Task<IActionResult> Show() => (await current.Get()).IsSignedIn ? View("Bench", await bench.Load()) : NotFound();

    /// <param name="back">Where it was taken from, to go on reading there.</param>
    [HttpPost("passages")]
    public async Task<IActionResult> Add(long postId, string? passage, string? back, [FromServices] AddToBench add)
    {
        await add.Run(current.PersonId, postId, passage, stop: HttpContext.RequestAborted);
        TempData["Said"] = text["It lies on your bench."].Value;
        return back is "bench" ? new SeeOther("/bench") : new SeeOther(TopicAddress.Permalink(postId));
    }

    /// <summary>Keeps what was typed, whatever was pressed, then does that.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Save(BenchForm form, [FromServices] PutPassages put, [FromServices] MoveBenchBlock move, [FromServices] DropBenchBlock drop, [FromServices] TakeOffBench take, [FromServices] PublishBench publish)
    {
        var (personId, stop) = (current.PersonId, HttpContext.RequestAborted);
        await keep.Run(personId, form.ToDraft(), stop);
        var (act, number) = ActOf(form.Act);
        switch (act)
        {
            case "put" when form.Passage.Length == 0: throw new RefusedException(Refusal.Invalid, "Tick the passages first that go there.") { Field = "Passage" };
            case "put": await put.Run(personId, form.Passage, form.Into, form.Before, stop); break;
            case "write": await put.Run(personId, [], (int)number, stop: stop); break;
            case "up": await move.Run(personId, number, -1, stop); break;
            case "down": await move.Run(personId, number, 1, stop); break;
            case "drop": await drop.Run(personId, number, stop); break;
            case "away": await take.Run(personId, number, stop); break;
            case "publish": return new SeeOther(TopicAddress.Of(TopicKind.Note, await publish.Run(personId, answers: form.OffersAnswers ? form.Answers : null, stop: stop), form.Title));
        }

        TempData["Said"] = text["Kept."].Value;
        return new SeeOther("/bench");
    }

    /// <summary>A steward says that a block holds, though its source says something else now.</summary>
    [HttpPost("/notes/sources/{id:long}/seen")]
    public async Task<IActionResult> Seen(long id, [FromServices] AcknowledgeSource acknowledge)
    {
        await acknowledge.Run(current.PersonId, id, HttpContext.RequestAborted);
        return new SeeOther(await bench.NoteOf(id) is { } note ? TopicAddress.Of(TopicKind.Note, note, null) : "/notes");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Save) ? View("Bench", await bench.Load((BenchForm)arguments["form"]!)) : null;

    static (string Act, long Number) ActOf(string act)
    {
        var parts = act.Split(':');
        return (parts[0], parts.Length > 1 && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
    }
}
