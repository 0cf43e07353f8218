using Community.People;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Community.Web.People;

/// <summary>Somebody's own tokens for the API; they stand on the account page.</summary>
public sealed class TokensController(CurrentViewer current, AccountLoading loading, IStringLocalizer<PeopleText> text) : Controller, IFormAgain
{
    /// <summary>The one answer that shows the secret; it is kept nowhere, so there is no address to come back to.</summary>
    [HttpPost("/account/tokens")]
    public async Task<IActionResult> Make(string tokenName, [FromServices] MakeToken make)
    {
        var secret = await make.Run(current.PersonId, tokenName, HttpContext.RequestAborted);
        Response.Headers.CacheControl = "no-store";
        return View("Account", await loading.Load() with { NewToken = secret });
    }

    [HttpPost("/account/tokens/{id:long}/revoke")]
    public async Task<IActionResult> Revoke(long id, [FromServices] RevokeToken revoke)
    {
        await revoke.Run(current.PersonId, id, HttpContext.RequestAborted);
        TempData["Said"] = text["The token works no more."].Value;
        return new SeeOther("/account#tokens");
    }

    public async Task<ViewResult?> Again(string action, IDictionary<string, object?> arguments) =>
        action == nameof(Make) ? View("Account", await loading.Load() with { TokenName = arguments.TryGetValue("tokenName", out var name) ? name as string : null }) : null;
}
