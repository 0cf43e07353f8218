using System.Globalization;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics.Checks;
using Community.Topics.Holding;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Holding;

/// <summary>What is looked for in texts, what waits for approval, and reasons to choose from.</summary>
[AdministratorsOnly]
public sealed class GuardsController(CommunityContext db, CurrentViewer current, TypedName names, TimeProvider clock, IStringLocalizer<HoldingText> text) : Controller, IFormAgain
{
    const int MostShown = 600;

    [HttpGet("/admin/checks")]
    public async Task<IActionResult> Show() => View("Guards", await Page());

    [HttpGet("/admin/checks/{id:long}")]
    public async Task<IActionResult> Edit(long id) => await One(id) is { } page ? View("Guard", page) : NotFound();

    [HttpGet("/admin/checks/new")]
    public async Task<IActionResult> New(GuardKind kind = GuardKind.Subject) => View("Guard", new GuardPage(null, new GuardForm { Kind = kind, Act = GuardAct.Hold }, await Spaces()));

    [HttpPost("/admin/checks")]
    public async Task<IActionResult> Keep(GuardForm form, [FromServices] KeepGuardRule keep)
    {
        long? owner = string.IsNullOrWhiteSpace(form.Owner) ? null : await names.Id(form.Owner) is > 0 and var id ? id : throw new RefusedException(Refusal.Invalid, "There is nobody of this name who could answer for it.") { Field = "OwnerId" };
        await keep.Run(current.PersonId, form.Id, form.Kind, new GuardWords(form.Name, form.Query, form.CheckDigit, form.Act, form.Why, form.Protected, owner, form.SpaceId, End(form.Until)), HttpContext.RequestAborted);
        return Said(text["Saved. It is looked for from now on."]);
    }

    [HttpPost("/admin/checks/{id:long}/end")]
    [ReadsNoForm]
    public async Task<IActionResult> EndRule(long id, [FromServices] EndGuardRule end)
    {
        await end.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(text["Ended. It is looked for no longer."]);
    }

    [HttpPost("/admin/approval")]
    public async Task<IActionResult> KeepApproval(ApprovalForm form, [FromServices] KeepApprovalRule keep)
    {
        await keep.Run(current.PersonId, form.Id, new ApprovalTerms(form.Name, form.Why, form.Voice, form.SpaceId, form.Tier, form.FirstPosts, form.HasAttachment, form.OpeningsOnly, form.AlsoEdits, form.Hours, End(form.Until)), HttpContext.RequestAborted);
        return Said(text["Saved. It holds from now on."]);
    }

    [HttpPost("/admin/approval/{id:long}/end")]
    [ReadsNoForm]
    public async Task<IActionResult> EndApproval(long id, [FromServices] EndApprovalRule end)
    {
        await end.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(text["Ended. What waits because of it goes on waiting."]);
    }

    [HttpPost("/admin/reasons")]
    public async Task<IActionResult> Reason(long? reason, string? words, [FromServices] KeepReason keep)
    {
        await keep.Run(current.PersonId, reason, words, HttpContext.RequestAborted);
        return Said(text["Saved."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        if (action == nameof(Keep) && arguments["form"] is GuardForm guard) return View("Guard", new GuardPage(guard.Id, guard, await Spaces()));

        var page = await Page();
        return View("Guards", arguments.TryGetValue("form", out var form) && form is ApprovalForm approval ? page with { Form = approval } : page);
    }

    static DateTime? End(string? until) => IsoDay.Parse(until, "EndsAt")?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    async Task<IReadOnlyList<(long Id, string Name)>> Spaces() => [.. (await db.Spaces.AsNoTracking().OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).Take(MostShown).ToListAsync()).Select(s => (s.Id, s.Name))];

    async Task<GuardPage?> One(long id)
    {
        var people = db.People;
        var found = await db.GuardRules.AsNoTracking().Where(r => r.Id == id).Select(r => new { Rule = r, Owner = people.Where(p => p.Id == r.OwnerId).Select(p => p.Name).FirstOrDefault() }).FirstOrDefaultAsync();
        return found?.Rule is not { } rule ? null : new GuardPage(id, new GuardForm
        {
            Id = id,
            Kind = rule.Kind,
            Name = rule.Name,
            Query = rule.Query,
            CheckDigit = rule.CheckDigit,
            Act = rule.Act,
            Why = rule.Why,
            Protected = rule.Protected,
            Owner = found.Owner,
            SpaceId = rule.SpaceId,
            Until = rule.EndsAt?.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }, await Spaces());
    }

    async Task<GuardsPage> Page()
    {
        var (now, people, spaces, hits) = (clock.Now(), db.People, db.Spaces, db.CheckHits);
        var year = now.AddDays(-365);
        var rules = await db.GuardRules.AsNoTracking().OrderBy(r => r.Kind == GuardKind.Subject ? 0 : 1).ThenBy(r => r.Id).Take(MostShown).Select(r => new { Rule = r, Owner = people.Where(p => p.Id == r.OwnerId).Select(p => p.Name).FirstOrDefault(), Space = spaces.Where(s => s.Id == r.SpaceId).Select(s => s.Name).FirstOrDefault() }).ToListAsync();
        var counts = (await hits.Where(h => h.At > year).GroupBy(h => new { h.RuleId, h.Outcome }).Select(g => new { g.Key.RuleId, g.Key.Outcome, Count = g.Count() }).ToListAsync()).ToLookup(c => c.RuleId, c => (c.Outcome, c.Count));
        var rows = rules.ConvertAll(r =>
        {
            int Count(params HitOutcome[] outcomes) => counts[r.Rule.Id].Where(count => outcomes.Contains(count.Outcome)).Sum(count => count.Count);
            return new GuardRow(r.Rule.Id, r.Rule.Kind, r.Rule.Name, r.Rule.Query, r.Rule.Act, r.Rule.Why, r.Owner, r.Space, r.Rule.EndsAt, r.Rule.HoldsOn(now))
            {
                Hits = Count(HitOutcome.Informed, HitOutcome.Justified, HitOutcome.FalseAlarm, HitOutcome.Held),
                Overridden = Count(HitOutcome.Justified),
                FalseAlarms = Count(HitOutcome.FalseAlarm),
                Held = Count(HitOutcome.Held),
            };
        });
        var approvals = await db.ApprovalRules.AsNoTracking().OrderBy(r => r.Id).Take(MostShown).Select(r => new { Rule = r, Space = spaces.Where(s => s.Id == r.SpaceId).Select(s => s.Name).FirstOrDefault() }).ToListAsync();
        return new GuardsPage([.. rows.Where(row => row.Holds)], [.. rows.Where(row => !row.Holds)], approvals.ConvertAll(a => new ApprovalRow(a.Rule, a.Space, a.Rule.HoldsOn(now))), new ApprovalForm { Hours = 48 }, await Spaces(),
            [.. (await db.ReasonTemplates.AsNoTracking().OrderBy(t => t.Id).Select(t => new { t.Id, t.Text }).ToListAsync()).Select(t => (t.Id, t.Text))]);
    }

    SeeOther Said(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/admin/checks");
    }
}
