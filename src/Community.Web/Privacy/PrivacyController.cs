using Community.Notes.Care;
using Community.Notes.Leaving;
using Community.People.Guests;
using Community.People.Retention;
using Community.Store;
using Community.Topics;
using Community.Transfer.Personal;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Privacy;

/// <summary>What is stored, in plain words; everything that is stored about oneself; and leaving.</summary>
public sealed class PrivacyController(CommunityContext db, CurrentViewer current, DataClasses classes, TimeProvider clock, IStringLocalizer<PrivacyText> text) : Controller, IFormAgain
{
    CancellationToken Stop => HttpContext.RequestAborted;

    [HttpGet("/privacy")]
    public async Task<IActionResult> Show() => View("Privacy", new PrivacyPage(await classes.All(clock.Now(), Stop), (await current.Get()).IsSignedIn));

    [HttpGet("/account/data")]
    public async Task<IActionResult> Data() => (await current.Get()).IsSignedIn ? View("Data") : NotFound();

    /// <summary>Goes out as it is read: nothing of it lies anywhere.</summary>
    [HttpPost("/account/data")]
    [ReadsNoForm]
    public async Task<IActionResult> Export([FromServices] ExportOwnData export)
    {
        var personId = current.PersonId;
        if (!(await current.Get()).IsSignedIn) return NotFound();

        Response.ContentType = "application/zip";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = "attachment; filename=\"my-data.zip\"";
        // What makes a zip writes some of its bytes at once, which the body itself does not take.
        await using (var body = Response.BodyWriter.AsStream(leaveOpen: true)) await export.Run(personId, body, Stop);
        return new EmptyResult();
    }

    [HttpGet("/account/leave")]
    public async Task<IActionResult> Ask() => (await current.Get()).IsSignedIn ? View("Leaving", await Leaving(new LeavingForm())) : NotFound();

    [HttpPost("/account/leave")]
    public async Task<IActionResult> Leave(LeavingForm form, [FromServices] LeaveCommunity leave, [FromServices] TypedName names, [FromServices] SignInLimits limits, [FromServices] LiveSessions live)
    {
        var (address, account) = (ClientAddress.Of(HttpContext), $"password of {current.PersonId}");
        if (!limits.Try(address, account, null).IsFree) throw new RefusedException(Refusal.TooMany, "These were too many wrong tries. Wait some minutes.") { Field = "Password" };

        long? heir = string.IsNullOrWhiteSpace(form.Heir) ? null : await names.Id(form.Heir) is > 0 and var id ? id : throw new RefusedException(Refusal.Invalid, "Nobody here, or more than one, has this name. Type the whole name.") { Field = "Heir" };
        await leave.Run(current.PersonId, form.Password, form.NameGone, heir, Stop);
        limits.Forgive(address, account, null);
        live.Forget();
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        TempData["Said"] = text["Your account is closed. Thank you for what you shared."].Value;
        return new SeeOther("/sign-in");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => View("Leaving", await Leaving((arguments.TryGetValue("form", out var form) ? form as LeavingForm : null) ?? new LeavingForm()));

    async Task<LeavingPage> Leaving(LeavingForm form)
    {
        var viewer = await current.Get();
        var me = viewer.PersonId ?? 0;
        return new LeavingPage(form, await db.Posts.ListedFor(viewer).CountAsync(p => p.AuthorId == me, Stop), await db.NotesKeptBy(me).CountAsync(t => t.Standing == Standing.Published, Stop),
            await db.Sponsorships.CountAsync(s => s.SponsorId == me && s.EndedAt == null, Stop), await db.HeldPeople().AnyAsync(p => p.Id == me, Stop));
    }
}
