using Community.Notifications.Replies;
using Community.Web.Frame;
using Community.Web.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.Mailing;

/// <summary>How the mail is, and what an administrator does about it.</summary>
[AdministratorsOnly]
public sealed class MailAdminController(CurrentViewer current, IStringLocalizer<MailingText> text) : Controller
{
    [HttpGet("/admin/mail")]
    public async Task<IActionResult> Show([FromServices] MailAdminLoading loading) => View("MailAdmin", await loading.Load(HttpContext.RequestAborted));

    [HttpPost("/admin/mail/again")]
    [ReadsNoForm]
    public async Task<IActionResult> Again([FromServices] SendAgain again)
    {
        var count = await again.Run(current.PersonId, HttpContext.RequestAborted);
        return Done(text.Count(count, "One mail is tried again now.", "{0} mails are tried again now."));
    }

    [HttpPost("/admin/mail/test")]
    [ReadsNoForm]
    public async Task<IActionResult> Test([FromServices] SendTestMail test)
    {
        await test.Run(current.PersonId, text["A test of the mail"], text["This mail was asked for on the page of the mail. Who reads it knows that mail goes out."], HttpContext.RequestAborted);
        return Done(text["A test goes to your own address. It should be there in a moment; else its trouble is told below."]);
    }

    [HttpPost("/admin/mail/addresses/{id:long}")]
    [ReadsNoForm]
    public async Task<IActionResult> TryAddress(long id, [FromServices] TryAddressAgain again)
    {
        await again.Run(current.PersonId, id, HttpContext.RequestAborted);
        return Done(text["Letters go to that address again."]);
    }

    SeeOther Done(string sentence)
    {
        TempData["Said"] = sentence;
        return new SeeOther("/admin/mail");
    }
}
