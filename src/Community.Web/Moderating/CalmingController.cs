using Community.People;
using Community.Store;
using Community.Topics.Moderating;
using Community.Web.Frame;
using Community.Web.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Moderating;

/// <summary>Slow topics, and people who may only read for a time.</summary>
public sealed class CalmingController(CommunityContext db, CurrentViewer current, RuleChoices rules, TopicLoading topics, IStringLocalizer<ModeratingText> text) : Controller, IFormAgain
{
    [HttpPost("/topics/{id:long}/slow")]
    public async Task<IActionResult> Slow(long id, int minutes, [FromServices] SlowTopic slow)
    {
        await slow.Run(current.PersonId, id, minutes, HttpContext.RequestAborted);
        TempData["Said"] = minutes == 0 ? text["The topic goes at its own pace again."].Value : text["Slow mode: one post of each person in {0} minutes.", minutes].Value;
        return new SeeOther(await topics.Find(id) is { } topic ? (await topics.Head(topic)).Address : "/");
    }

    [HttpGet("/moderation/people/{id:long}")]
    public async Task<IActionResult> Person(long id) => await Page(id) is { } page ? View("Suspend", page) : NotFound();

    [HttpPost("/moderation/people/{id:long}")]
    public async Task<IActionResult> Suspend(long id, int days, long? rule, string? reason, [FromServices] SuspendPerson suspend)
    {
        await suspend.Run(current.PersonId, id, days, rule, reason, HttpContext.RequestAborted);
        TempData["Said"] = days == 0 ? text["The suspension is over."].Value : text["Suspended. The person may read, and is told why and until when."].Value;
        return new SeeOther("/moderation/people/" + id);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Suspend) && arguments["id"] is long id && await Page(id) is { } page ? View("Suspend", page) : null;

    async Task<SuspendPage?> Page(long id)
    {
        var viewer = await current.Get();
        var person = viewer.IsModerator ? await db.People.AsNoTracking().Where(p => p.Id == id && !p.IsMask && p.ClosedAt == null).Select(p => new { p.Name }).FirstOrDefaultAsync() : null;
        if (person is null || id == viewer.PersonId) return null;

        var now = await db.Suspensions.AsNoTracking().FirstOrDefaultAsync(s => s.PersonId == id && s.EndedAt == null);
        return new SuspendPage(id, person.Name, now?.UntilAt, now?.Reason ?? "", now?.RuleCited ?? "", await rules.InForce());
    }
}
