using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Spaces.Voices;
using Community.Store;
using Community.Topics.Voices;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Voices;

/// <summary>Who may speak for whom, and what stands under what staff say for themselves.</summary>
[AdministratorsOnly]
public sealed class VoicesController(CommunityContext db, CurrentViewer current, TypedName names, TimeProvider clock, IStringLocalizer<VoicesText> text) : Controller, IFormAgain
{
    const int MostShown = 500;

    [HttpGet("/admin/voices")]
    public async Task<IActionResult> Show() => View("Voices", await Page(null));

    [HttpPost("/admin/voices")]
    public async Task<IActionResult> Grant(GrantForm form, [FromServices] GrantVoice grant)
    {
        var person = await names.Id(form.Person ?? "") is > 0 and var id ? id : throw new RefusedException(Refusal.Invalid, "Nobody here, or more than one, has this name. Type the whole name.") { Field = "Person" };
        var until = IsoDay.Parse(form.Until, "Until") is { } day ? day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : throw new RefusedException(Refusal.Invalid, "Say until when: a day to come, at most two years away.") { Field = "Until" };
        await grant.Run(current.PersonId, person, form.UnitId is null ? Voice.Institution : Voice.Unit, form.UnitId, form.Space, until, form.NeedsSecond, form.Why, HttpContext.RequestAborted);
        return Said(text["Granted. The person finds it in the composer from now on."]);
    }

    [HttpPost("/admin/voices/{id:long}/end")]
    [ReadsNoForm]
    public async Task<IActionResult> End(long id, [FromServices] EndVoiceGrant end)
    {
        await end.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Said(text["Ended. What was said stays."]);
    }

    [HttpPost("/admin/disclaimer")]
    public async Task<IActionResult> Write(string? disclaimer, [FromServices] WriteDisclaimer write)
    {
        await write.Run(current.PersonId, disclaimer, HttpContext.RequestAborted);
        return Said(text["From now on this stands under new posts. Older ones keep what stood under them."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        View("Voices", await Page(arguments.TryGetValue("form", out var form) ? form as GrantForm : null, arguments.TryGetValue("disclaimer", out var typed) ? typed as string : null));

    async Task<VoicesPage> Page(GrantForm? form, string? disclaimer = null)
    {
        var (people, units, spaces) = (db.People, db.Units, db.Spaces);
        var grants = await db.VoiceGrants.AsNoTracking().OrderByDescending(g => g.Id).Take(MostShown).Select(g => new GrantRow(g.Id, g.PersonId, people.Where(p => p.Id == g.PersonId).Select(p => p.Name).First(), g.Voice, g.Mask.Worn.Name,
            spaces.Where(s => s.Id == g.SpaceId).Select(s => s.Name).FirstOrDefault(), g.Until, g.NeedsSecond, g.Why, people.Where(p => p.Id == g.ById).Select(p => p.Name).FirstOrDefault(), g.EndedAt)).ToListAsync();
        var now = clock.Now();
        var versions = await db.Disclaimers.AsNoTracking().OrderByDescending(d => d.Number).Take(50).Select(d => new DisclaimerRow(d.Number, d.Text, d.At, people.Where(p => p.Id == d.ById).Select(p => p.Name).FirstOrDefault())).ToListAsync();
        return new VoicesPage(form ?? new GrantForm { NeedsSecond = true }, [.. grants.Where(g => g.EndedAt is null && g.Until > now)], [.. grants.Where(g => g.EndedAt is not null || g.Until <= now)],
            await units.OrderBy(u => u.NameFolded).Select(u => new UnitChoice(u.Id, u.Name)).Take(MostShown).ToListAsync(), [.. (await spaces.AsNoTracking().OrderBy(s => s.Name).Select(s => new { s.Slug, s.Name }).Take(MostShown).ToListAsync()).Select(s => (s.Slug, s.Name))],
            disclaimer ?? (versions.Count > 0 ? versions[0].Text : ""), versions);
    }

    SeeOther Said(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/admin/voices");
    }
}

/// <summary>How a space likes to be written in, for its stewards.</summary>
public sealed class SpaceVoiceController(CurrentViewer current, KnownCommunity known, VoiceLoading loading, IStringLocalizer<VoicesText> text) : Controller, IFormAgain
{
    [HttpGet("/spaces/{slug}/voice")]
    public async Task<IActionResult> Show(string slug) => await Page(slug, null) is { } page ? View("SpaceVoice", page) : NotFound();

    [HttpPost("/spaces/{slug}/voice")]
    public async Task<IActionResult> Save(string slug, SpaceVoiceForm form, [FromServices] GuideVoice guide)
    {
        await guide.Run(current.PersonId, slug, form.Guide, form.AsksInterest, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/spaces/" + slug);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => await Page((string)arguments["slug"]!, arguments["form"] as SpaceVoiceForm) is { } page ? View("SpaceVoice", page) : null;

    async Task<SpaceVoicePage?> Page(string slug, SpaceVoiceForm? typed)
    {
        var viewer = await current.Get();
        if ((await known.Ground()).Spaces.Values.FirstOrDefault(s => s.Slug == slug) is not { } space || !viewer.May(Act.Charter, space.Id)) return null;

        var guide = await loading.Guide(slug);
        return new SpaceVoicePage(slug, space.Name, typed ?? new SpaceVoiceForm { Guide = guide?.Guide, AsksInterest = guide?.AsksInterest == true });
    }
}
