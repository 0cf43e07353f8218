using System.Globalization;
using Community.Search.Gaps;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Gaps;

/// <summary>What is searched for and not found, for whoever will write it.</summary>
[Route("/gaps")]
public sealed class GapsController(CurrentViewer current, GapLoading gaps, IStringLocalizer<GapsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> List(string? state, string? after, long? dismissed, [FromServices] OpenQuestions questions)
    {
        if (!(await current.Get()).IsStaff) return NotFound();

        var page = await gaps.Load(StateOf(state), after, dismissed);
        return page is { State: GapState.Dismissed, MayDismiss: false } ? NotFound() : View("Gaps", page.State == GapState.Open && after is null ? page with { Questions = await questions.Load(HttpContext.RequestAborted) } : page);
    }

    [HttpPost("{id:long}/claim")]
    public async Task<IActionResult> Claim(long id, [FromServices] ClaimGap claim)
    {
        await claim.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(text["It is yours. Write it, then say here where it stands."], GapState.Claimed);
    }

    [HttpPost("{id:long}/give-back")]
    public async Task<IActionResult> GiveBack(long id, [FromServices] GiveGapBack give)
    {
        await give.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(text["It is open to others again."], GapState.Open);
    }

    /// <param name="topic">The address of a topic's page, or its number.</param>
    [HttpPost("{id:long}/finish")]
    public async Task<IActionResult> Finish(long id, string? topic, [FromServices] FinishGap finish)
    {
        await finish.Run(current.PersonId, id, TopicOf(topic), HttpContext.RequestAborted);
        return Said(text["Done. Who searches for it next will tell whether it is found."], GapState.Done);
    }

    [HttpPost("{id:long}/dismiss")]
    public async Task<IActionResult> Dismiss(long id, string? reason, [FromServices] DismissGap dismiss)
    {
        await dismiss.Run(current.PersonId, id, reason ?? "", HttpContext.RequestAborted);
        return new SeeOther(string.Create(CultureInfo.InvariantCulture, $"/gaps?dismissed={id}"));
    }

    [HttpPost("{id:long}/restore")]
    public async Task<IActionResult> Restore(long id, [FromServices] RestoreGap restore)
    {
        await restore.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(text["It is in sight again."], GapState.Open);
    }

    SeeOther Said(string sentence, GapState state)
    {
        TempData["Said"] = sentence;
        return new SeeOther(GapLoading.Address(state));
    }

    static GapState StateOf(string? word) => word switch
    {
        "claimed" => GapState.Claimed,
        "done" => GapState.Done,
        "dismissed" => GapState.Dismissed,
        _ => GapState.Open,
    };

    /// <summary>The first part of an address that is a number; 0, which no topic has, where there is none.</summary>
    static long TopicOf(string? typed) => (typed ?? "").Split('/', '#', '?', ' ').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).FirstOrDefault(id => id > 0);
}
