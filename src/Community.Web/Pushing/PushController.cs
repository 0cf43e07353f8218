using Community.Notifications.Pushing;
using Community.Store;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Pushing;

/// <summary>Which of somebody's own devices are told of notices at once.</summary>
[Route("/account/push")]
public sealed class PushController(CommunityContext db, CurrentViewer current, PushSettings settings, IStringLocalizer<PushingText> text, IStringLocalizer<PeopleText> devices) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show()
    {
        if (await current.Get() is not { PersonId: { } me }) return NotFound();

        var here = SessionCookie.SessionIdOf(User);
        var own = await db.ReachableDevices.AsNoTracking().Where(d => d.PersonId == me).OrderByDescending(d => d.CreatedAt).ToListAsync();
        var key = settings.IsOn ? await db.PushKeys.Select(k => k.Public).FirstOrDefaultAsync() : null;
        return View("Push", new PushPage(key, own.ConvertAll(d => new PushRow(d.Id, Device.Of(d.Agent, devices), d.CreatedAt, d.UsedAt, d.Failures > 0, d.SessionId == here))));
    }

    /// <summary>What the browser says of itself; the script fills it in.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Tell(string? endpoint, string? p256dh, string? auth, [FromServices] TellDevice tell)
    {
        await tell.Run(current.PersonId, SessionCookie.SessionIdOf(User) ?? Guid.Empty, new PushTarget(endpoint ?? "", p256dh ?? "", auth ?? ""), Request.Headers.UserAgent.ToString(), HttpContext.RequestAborted);
        return Done(text["Notices reach this device from now on."]);
    }

    [HttpPost("{id:long}/remove")]
    public async Task<IActionResult> Remove(long id, [FromServices] ForgetDevice forget)
    {
        await forget.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Done(text["Nothing is sent to that device any more."]);
    }

    [HttpPost("{id:long}/test")]
    public async Task<IActionResult> Test(long id, [FromServices] TestDevice test)
    {
        await test.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Done(text["On its way. It should show within some seconds."]);
    }

    SeeOther Done(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/account/push");
    }
}

/// <summary>Somebody's own devices, the newest first.</summary>
/// <param name="Key">What browsers ask for; null where notices are not pushed.</param>
public sealed record PushPage(string? Key, IReadOnlyList<PushRow> Devices)
{
    public bool IsHere => Devices.Any(device => device.IsThis);
}

/// <summary>A device.</summary>
/// <param name="UsedAt">When something last reached its service.</param>
/// <param name="IsFailing">The last time its service took nothing.</param>
/// <param name="IsThis">It is signed in with the session of this page.</param>
public sealed record PushRow(long Id, string Name, DateTime Since, DateTime? UsedAt, bool IsFailing, bool IsThis);
