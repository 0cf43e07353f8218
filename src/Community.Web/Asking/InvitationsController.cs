using System.Globalization;
using Community.Questions.Asking;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Asking;

/// <summary>Being asked: what waits for the reader, and how often it may.</summary>
[Route("/invitations")]
public sealed class InvitationsController(CurrentViewer current, AskingLoading loading, FramePage frame, ChooseInvitations choose, TimeProvider clock, IStringLocalizer<AskingText> text) : Controller, IFormAgain
{
    const int DaysAWeek = 7;

    [HttpGet("")]
    public async Task<IActionResult> List() => (await current.Get()).IsSignedIn ? View("Invitations", await Page()) : NotFound();

    [HttpPost("wishes")]
    public async Task<IActionResult> Choose(WishesForm form)
    {
        var zone = (await frame.Load()).Zone;
        DateTime? until = form.PausedUntil is { } day ? Midnight(day, zone) : null;
        await choose.Run(current.PersonId, form.MostOpen, Minutes(form.QuietFrom), Minutes(form.QuietUntil), until, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/invitations");
    }

    /// <summary>Until Monday.</summary>
    [HttpPost("week")]
    public async Task<IActionResult> PauseWeek()
    {
        var (zone, wishes) = ((await frame.Load()).Zone, await loading.Wishes());
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(clock.Now(), zone));
        var monday = today.AddDays((DaysAWeek + (int)DayOfWeek.Monday - (int)today.DayOfWeek - 1) % DaysAWeek + 1);
        await choose.Run(current.PersonId, wishes.MostOpen, wishes.QuietFrom, wishes.QuietUntil, Midnight(monday, zone), HttpContext.RequestAborted);
        TempData["Said"] = text["Nobody asks you before Monday."].Value;
        return new SeeOther("/invitations");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => (await current.Get()).IsSignedIn ? View("Invitations", await Page()) : null;

    async Task<InvitationsPage> Page()
    {
        var wishes = await loading.Wishes();
        return new InvitationsPage(await loading.Waiting(), wishes, wishes.PausedUntil is { } until && until > clock.Now() ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(until, (await frame.Load()).Zone)) : null);
    }

    static DateTime Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    static int? Minutes(string? typed) => TimeOnly.TryParse(typed, CultureInfo.InvariantCulture, out var time) ? time.Hour * 60 + time.Minute : null;
}

/// <summary>Wishes as they are typed.</summary>
public sealed record WishesForm
{
    public int MostOpen { get; init; }

    public DateOnly? PausedUntil { get; init; }

    public string? QuietFrom { get; init; }

    public string? QuietUntil { get; init; }
}

/// <summary>What waits for the reader.</summary>
public sealed record InvitationsPage(IReadOnlyList<InvitationRow> Rows, InvitationWishes Wishes, DateOnly? PausedUntil);
