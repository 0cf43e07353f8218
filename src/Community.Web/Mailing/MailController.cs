using Community.Notifications.Mailing;
using Community.Notifications.Replies;
using Community.Questions;
using Community.Store;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Community.Web.Mailing;

/// <summary>What somebody gets by mail and when, and the one click that ends it.</summary>
public sealed class MailController(CommunityContext db, CurrentViewer current, IStringLocalizer<MailingText> text) : Controller, IFormAgain
{
    [HttpGet("/account/mail")]
    public async Task<IActionResult> Show() => (await current.Get()).IsSignedIn ? View("Mail", await Page()) : NotFound();

    [HttpPost("/account/mail")]
    public async Task<IActionResult> Choose(MailPace toYou, MailPace kept, MailPace followed, MailPace spaces, TimeOnly? digestMinute, DayOfWeek digestDay, [FromServices] ChooseMail choose)
    {
        var paces = new Dictionary<MailGroup, MailPace> { [MailGroup.ToYou] = toYou, [MailGroup.Kept] = kept, [MailGroup.Followed] = followed, [MailGroup.Spaces] = spaces };
        await choose.Run(current.PersonId, paces, digestMinute is { } time ? time.Hour * 60 + time.Minute : -1, digestDay, HttpContext.RequestAborted);
        TempData["Said"] = text["Saved."].Value;
        return new SeeOther("/account/mail");
    }

    [HttpPost("/account/mail/again")]
    [ReadsNoForm]
    public async Task<IActionResult> TryAgain([FromServices] TryAddressAgain again)
    {
        await again.Run(current.PersonId, current.PersonId, HttpContext.RequestAborted);
        TempData["Said"] = text["Mail goes to your address again."].Value;
        return new SeeOther("/account/mail");
    }

    /// <summary>Asks first: programs that look at links before their reader does must not end anything.</summary>
    [HttpGet("/mail/off/{group}/{secret}")]
    public async Task<IActionResult> Off(string group, string secret)
    {
        Response.Headers.CacheControl = "no-store";
        return Which(group) is var (isOne, which) && isOne && await db.MailWishes.AnyAsync(w => w.OffSecret == secret) ? View("Off", new OffPage(group, which, secret, IsDone: false)) : NotFound();
    }

    /// <summary>By the button, or by the reader's mail program (RFC 8058), which has no cookie and no token: the secret alone says who it is.</summary>
    [HttpPost("/mail/off/{group}/{secret}")]
    [IgnoreAntiforgeryToken]
    [ReadsNoForm]
    public async Task<IActionResult> TurnOff(string group, string secret, [FromServices] StopMail stop)
    {
        Response.Headers.CacheControl = "no-store";
        return Which(group) is var (isOne, which) && isOne && await stop.Run(secret, which, HttpContext.RequestAborted) ? View("Off", new OffPage(group, which, secret, IsDone: true)) : NotFound();
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) => action == nameof(Choose) ? View("Mail", await Page(arguments)) : null;

    /// <summary>Which mails a word in an address means; no group for the digest.</summary>
    static (bool IsOne, MailGroup? Group) Which(string word) => word == "digest" ? (true, null) : char.IsAsciiLetter(word[0]) && Enum.TryParse<MailGroup>(word, ignoreCase: true, out var group) ? (true, group) : (false, null);

    /// <param name="typed">What was sent and refused: shown in place of what is stored.</param>
    async Task<MailPage> Page(IDictionary<string, object?>? typed = null)
    {
        var personId = current.PersonId;
        var (wishes, quiet) = (await db.MailWishes.AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == personId) ?? new MailWishes(personId), await db.InvitationWishes.AsNoTracking().FirstOrDefaultAsync(w => w.PersonId == personId));
        var paces = Enum.GetValues<MailGroup>().ToDictionary(group => group, wishes.Pace);
        foreach (var group in paces.Keys)
            if (Typed(group.ToString()) is MailPace pace) paces[group] = pace;
        return new MailPage(paces, Typed("digestMinute") is TimeOnly time ? time.Hour * 60 + time.Minute : wishes.DigestMinute, Typed("digestDay") is DayOfWeek day ? day : wishes.DigestDay, quiet?.QuietFrom, quiet?.QuietUntil, wishes.CameBackAt, wishes.CameBackSays);

        object? Typed(string name) => typed?.FirstOrDefault(one => one.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
    }
}

/// <summary>What somebody chose.</summary>
/// <param name="QuietFrom">In minutes from midnight; null without quiet hours.</param>
/// <param name="DigestMinute">In minutes from midnight.</param>
/// <param name="CameBackAt">Since when nothing is sent, because letters came back.</param>
public sealed record MailPage(IReadOnlyDictionary<MailGroup, MailPace> Paces, int DigestMinute, DayOfWeek DigestDay, int? QuietFrom, int? QuietUntil, DateTime? CameBackAt, string? CameBackSays);

/// <summary>The end of some mails.</summary>
/// <param name="Word">What the address calls them.</param>
/// <param name="Group">Null for the digest.</param>
public sealed record OffPage(string Word, MailGroup? Group, string Secret, bool IsDone);
