using Community.People;
using Community.Reports;
using Community.Store;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.Spaces;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Reports;

/// <summary>Whether a note or an answer worked: said, read and taken back.</summary>
public sealed class ReportsController(CommunityContext db, CurrentViewer current, ReportLoading reports, PostLoading posts, TopicLoading topics, FramePage frame, TimeProvider clock, IStringLocalizer<ReportsText> text) : Controller, IFormAgain
{
    [HttpGet("/posts/{id:long}/reports")]
    [OutputCache(PolicyName = OpenPages.Name)]
    public async Task<IActionResult> List(long id, string? after, [FromServices] Looks looks)
    {
        if (await Page(id, after, null) is not { } page) return NotFound();

        await looks.Record((await topics.Find(page.Head.Id))!.SpaceId);
        ViewData["Open"] = page.Head.Tier == Governance.Tier.Public;
        return View("Reports", page);
    }

    /// <summary>The strip above a note, as it stands on its page.</summary>
    [HttpGet("/posts/{id:long}/reports/strip")]
    public Task<IActionResult> Strip(long id) => Fragment(id, "_Evidence");

    /// <summary>The latest reports, as they stand under a note.</summary>
    [HttpGet("/posts/{id:long}/reports/latest")]
    public Task<IActionResult> Latest(long id) => Fragment(id, "_Latest");

    [HttpPost("/posts/{id:long}/reports")]
    public async Task<IActionResult> Report(long id, ReportForm form, [FromServices] ReportPost report)
    {
        if (form.Outcome is not { } outcome) throw new RefusedException(Refusal.Invalid, "Say whether it worked, worked with a change, or did not work.") { Field = nameof(form.Outcome) };

        await report.Run(current.PersonId, id, outcome, form.Place, form.Day ?? await Today(), form.Line, Once.OfForm(form.Key, id.ToString(System.Globalization.CultureInfo.InvariantCulture), outcome.ToString(), form.Place, IsoDay.Of(form.Day), form.Line), HttpContext.RequestAborted);
        TempData["Said"] = outcome == ReportOutcome.Failed ? text["Thank you. Those who keep it are told."].Value : text["Thank you. It stands there with your place and the day."].Value;
        return new SeeOther(TopicAddress.Permalink(id));
    }

    [HttpPost("/reports/{id:long}/take-back")]
    public async Task<IActionResult> TakeBack(long id, [FromServices] RetractReport retract)
    {
        var postId = await retract.Run(current.PersonId, id, HttpContext.RequestAborted);
        TempData["Said"] = text["The report is taken back."].Value;
        return new SeeOther(TopicAddress.Permalink(postId));
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Report) && await Page((long)arguments["id"]!, null, (ReportForm)arguments["form"]!) is { } page ? View("Reports", page) : null;

    async Task<ReportsPage?> Page(long id, string? after, ReportForm? typed)
    {
        if (await reports.Find(id) is not { } post) return null;

        var views = await posts.Load(db.Posts.AsNoTracking().Where(p => p.Id == id), post.Topic);
        if (views is not [{ Evidence: not null } view]) return null;

        var rows = await reports.Rows(post, after);
        return new ReportsPage(view, await topics.Head(post.Topic), rows, typed ?? await reports.Begin(await Today()), rows.Next is null ? null : $"/posts/{id}/reports?after={rows.Next}");
    }

    async Task<IActionResult> Fragment(long id, string view)
    {
        if (await reports.Find(id) is not { Part: Part.Opening } note) return NotFound();

        var views = await posts.Load(db.Posts.AsNoTracking().Where(p => p.Id == id), note.Topic);
        return views is [{ Evidence: not null } shown] ? PartialView(view, shown) : NotFound();
    }

    async Task<DateOnly> Today() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.Now(), (await frame.Load()).Zone));
}
