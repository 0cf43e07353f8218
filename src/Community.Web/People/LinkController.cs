using Community.People;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;

namespace Community.Web.People;

/// <summary>One-time links. Looking does not use one up; sending the form does.</summary>
public sealed class LinkController(ReadLink read) : Controller, IFormAgain
{
    [HttpGet("/link/{secret}")]
    public async Task<IActionResult> Look(string secret)
    {
        return await read.Run(secret, HttpContext.RequestAborted) is { } link
            ? View("Link", new LinkPage(secret, link, new LinkForm { Name = link.Name, Email = link.Email }))
            : Ended();
    }

    [HttpPost("/link/{secret}")]
    public async Task<IActionResult> Use(string secret, LinkForm form, [FromServices] UseReset reset, [FromServices] UseInvitation invitation,
        [FromServices] UseConfirmation confirmation, [FromServices] UseHandOver handOver, [FromServices] Door door)
    {
        if (await read.Run(secret, HttpContext.RequestAborted) is not { } link) return Ended();

        var (name, stop) = (form.Name ?? "", HttpContext.RequestAborted);
        var person = link.Purpose switch
        {
            LinkPurpose.ResetPassword => await reset.Run(secret, form.Password, stop),
            LinkPurpose.Invitation => await invitation.Run(secret, name, form.Password, stop),
            LinkPurpose.ConfirmAddress => await confirmation.Run(secret, name, form.Password, stop),
            _ => await handOver.Run(secret, name, form.Email ?? "", form.Password, stop),
        };
        await door.SignIn(person, null, stay: false);
        return new SeeOther("/");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments)
    {
        var secret = (string)arguments["secret"]!;
        return await read.Run(secret, HttpContext.RequestAborted) is { } link
            ? View("Link", new LinkPage(secret, link, (LinkForm)arguments["form"]! with { Password = null }))
            : Ended();
    }

    ViewResult Ended()
    {
        var page = View("LinkEnded");
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
