using Community.Notes.Care;
using Community.People;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.People;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Care;

/// <summary>How a note is kept true: what readers say of it, and what those decide who keep it.</summary>
[Route("/topics/{id:long}")]
public sealed class CareController(CommunityContext db, CurrentViewer current, TopicLoading topics, NoteCareLoading care, TypedName names, Looks looks, IStringLocalizer<CareText> text) : Controller, IFormAgain
{
    [HttpGet("care")]
    public async Task<IActionResult> Show(long id, [FromServices] CareHistory history) => await Page(id, history) is { } page ? View("Care", page) : NotFound();

    /// <param name="due">Sent from the list of what is due, and goes back there.</param>
    [HttpPost("check")]
    public async Task<IActionResult> Check(long id, string? word, bool due, int? revision, long? seen, [FromServices] CheckNote check)
    {
        await check.Run(current.PersonId, id, word, looked: revision is { } number ? new Looked(number, seen ?? 0) : null, stop: HttpContext.RequestAborted);
        return await Said(id, text["Checked. It counts as verified until the next review."], due);
    }

    [HttpPost("still-true")]
    public async Task<IActionResult> StillTrue(long id, Verdict answer, string? word, [FromServices] SayStillTrue say)
    {
        await say.Run(current.PersonId, id, answer, word, HttpContext.RequestAborted);
        return await Said(id, answer == Verdict.No ? text["Its stewards are told. You hear when one has answered."] : text["Thank you. Its stewards see it when they check the note."]);
    }

    [HttpPost("outdate")]
    public async Task<IActionResult> Outdate(long id, string? reason, bool due, [FromServices] OutdateNote outdate)
    {
        await outdate.Run(current.PersonId, id, reason ?? "", HttpContext.RequestAborted);
        return await Said(id, text["Marked as outdated. It stays to be read, with the reason on top."], due);
    }

    [HttpPost("revive")]
    public async Task<IActionResult> Revive(long id, [FromServices] ReviveNote revive)
    {
        await revive.Run(current.PersonId, id, HttpContext.RequestAborted);
        return await Said(id, text["It is no longer marked as outdated."]);
    }

    /// <param name="passage">As <see cref="PassageOption.Value"/> says it; absent for the whole note.</param>
    [HttpPost("dispute")]
    public async Task<IActionResult> Dispute(long id, string? passage, string? one, string? oneText, string? oneLink, string? other, string? otherText, string? otherLink, [FromServices] DisputeNote dispute)
    {
        await dispute.Run(current.PersonId, id, new Side(await names.Id(one), oneText ?? "", oneLink ?? ""), new Side(await names.Id(other), otherText ?? "", otherLink ?? ""), PassageOption.Read(passage), HttpContext.RequestAborted);
        return await Said(id, text["Both positions stand on the note now."]);
    }

    /// <param name="dispute">Null for the oldest that is open.</param>
    [HttpPost("settle")]
    public async Task<IActionResult> Settle(long id, long? dispute, string? outcome, [FromServices] SettleDispute settle)
    {
        await settle.Run(current.PersonId, id, outcome ?? "", dispute, HttpContext.RequestAborted);
        return await Said(id, text["Settled."]);
    }

    /// <param name="months">Empty for what the space says.</param>
    [HttpPost("review")]
    public async Task<IActionResult> Review(long id, int? months, [FromServices] ChooseReview choose)
    {
        await choose.Run(current.PersonId, id, months, HttpContext.RequestAborted);
        return Back(id, text["Saved."]);
    }

    /// <param name="person">A name or mail address.</param>
    /// <param name="unit">Where no person is named.</param>
    [HttpPost("hand-over")]
    public async Task<IActionResult> HandOver(long id, string? person, long? unit, string? why, bool due, [FromServices] HandOverNote hand)
    {
        var to = string.IsNullOrWhiteSpace(person) && unit is { } unitId ? Keeper.Unit(unitId) : Keeper.Person(await names.Id(person));
        await hand.Run(current.PersonId, id, to, why ?? "", HttpContext.RequestAborted);
        return await Said(id, text["Handed over. They are told."], due);
    }

    [HttpPost("appoint")]
    public async Task<IActionResult> Appoint(long id, string? person, long? unit, string? why, bool due, [FromServices] Community.Notes.AppointNoteSteward appoint, [FromServices] AppointNoteUnit appointUnit)
    {
        if (string.IsNullOrWhiteSpace(person) && unit is { } unitId) await appointUnit.Run(current.PersonId, id, unitId, appointed: true, why, HttpContext.RequestAborted);
        else await appoint.Run(current.PersonId, id, await names.Id(person), appointed: true, why, HttpContext.RequestAborted);
        return due ? await Said(id, text["They keep this note now, and are told."], due) : Back(id, text["They keep this note now, and are told."]);
    }

    [HttpPost("relieve")]
    public async Task<IActionResult> Relieve(long id, long? steward, long? unit, string? why, [FromServices] Community.Notes.AppointNoteSteward appoint, [FromServices] AppointNoteUnit appointUnit)
    {
        if (unit is { } unitId) await appointUnit.Run(current.PersonId, id, unitId, appointed: false, why, HttpContext.RequestAborted);
        else await appoint.Run(current.PersonId, id, steward ?? 0, appointed: false, why, HttpContext.RequestAborted);
        return Back(id, text["They no longer keep this note."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action is nameof(Review) or nameof(Appoint) or nameof(Relieve) or nameof(Dispute) or nameof(Settle) or nameof(HandOver) && await Page((long)arguments["id"]!, HttpContext.RequestServices.GetRequiredService<CareHistory>()) is { } page
            ? View("Care", page with { Typed = arguments.Where(typed => typed.Value is string).ToDictionary(typed => typed.Key, typed => (string)typed.Value!), DisputeId = arguments.TryGetValue("dispute", out var dispute) ? dispute as long? : null }) : null;

    async Task<CarePage?> Page(long id, CareHistory history)
    {
        if (!(await current.Get()).IsSignedIn || await topics.Find(id) is not { Kind: TopicKind.Note, Standing: Standing.Published } topic || await care.Of(id) is not { } view) return null;

        await looks.Record(topic.SpaceId);
        // Guests are not told what units there are.
        var units = view.MayKeep && (await current.Get()).IsStaff ? await db.Units.AsNoTracking().OrderBy(u => u.Name).Select(u => new Named(u.Id, u.Name)).Take(500).ToListAsync() : [];
        var (spaceMonths, months) = await history.Months(topic);
        return new CarePage(await topics.Head(topic), view, [.. units.Where(unit => view.Units.All(u => u.Id != unit.Id))], months, spaceMonths, await history.Of(id), await history.Words(id, view.MayKeep, current.PersonId), current.PersonId)
        {
            Passages = view.MayKeep ? await HttpContext.RequestServices.GetRequiredService<PassageChoice>().Of(id) : []
        };
    }

    async Task<IActionResult> Said(long id, string sentence, bool due = false)
    {
        TempData["Said"] = sentence;
        return new SeeOther(due ? "/due" : await topics.Find(id) is { } topic ? (await topics.Head(topic)).Address : "/");
    }

    SeeOther Back(long id, string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther($"/topics/{id}/care");
    }
}
