using System.Globalization;
using Community.People.Retention;
using Community.Topics;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Privacy;

/// <summary>How long things are kept, and what must not be lost; for administrators.</summary>
[AdministratorsOnly]
public sealed class RetentionController(RetentionLoading loading, CurrentViewer current, TypedName names, IStringLocalizer<PrivacyText> text) : Controller, IFormAgain
{
    CancellationToken Stop => HttpContext.RequestAborted;

    [HttpGet("/admin/retention")]
    public async Task<IActionResult> Show() => View("Retention", await loading.Load(new HoldForm(), null));

    [HttpPost("/admin/retention")]
    public async Task<IActionResult> Keep(Dictionary<string, string?> days, [FromServices] KeepRetention keep)
    {
        var wanted = new Dictionary<RetentionKind, int?>();
        foreach (var kind in Enum.GetValues<RetentionKind>().Where(kind => days.ContainsKey(kind.ToString())))
        {
            var typed = days[kind.ToString()];
            wanted[kind] = string.IsNullOrWhiteSpace(typed) ? null
                : int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
                : throw new RefusedException(Refusal.Invalid, "Say how many days: {0} to {1}, or leave it empty to keep it.", RetentionRule.Fewest(kind), RetentionRule.MostDays) { Field = kind.ToString() };
        }

        await keep.Run(current.PersonId, wanted, Stop);
        return Said(text["Saved. The next sweep keeps to it."]);
    }

    [HttpPost("/admin/holds")]
    public async Task<IActionResult> Hold(HoldForm form, [FromServices] HoldThings hold)
    {
        var what = (form.What ?? "").Trim();
        var personId = form.Kind == "person" ? await names.Id(what) is > 0 and var id ? id : throw new RefusedException(Refusal.Invalid, "Nobody here, or more than one, has this name. Type the whole name.") { Field = "What" } : (long?)null;
        long? topicId = form.Kind == "topic" ? Number(what) ?? throw new RefusedException(Refusal.Invalid, "Type the number of the topic, or its address.") { Field = "What" } : null;
        var until = IsoDay.Parse(form.Until, "Until")?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        await hold.Run(current.PersonId, personId, topicId, form.Kind == "space" ? what : null, until, form.Reason, Stop);
        return Said(text["It is on hold: nothing of it is forgotten or erased."]);
    }

    [HttpPost("/admin/holds/{id:long}/end")]
    [ReadsNoForm]
    public async Task<IActionResult> End(long id, [FromServices] EndHold end)
    {
        await end.Run(current.PersonId, id, Stop);
        return Said(text["The hold has ended."]);
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        View("Retention", await loading.Load((arguments.TryGetValue("form", out var form) ? form as HoldForm : null) ?? new HoldForm(), arguments.TryGetValue("days", out var days) ? days as Dictionary<string, string?> : null));

    /// <summary>The first number in an address like <c>/questions/17/title</c>.</summary>
    static long? Number(string typed) => typed.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null).FirstOrDefault(id => id is not null);

    SeeOther Said(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/admin/retention");
    }
}
