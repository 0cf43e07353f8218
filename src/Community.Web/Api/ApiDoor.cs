using Microsoft.AspNetCore.Authentication;

namespace Community.Web.Api;

/// <summary>Lets nobody below <c>/api</c> without a token that works, whether the address is there or not.</summary>
sealed class ApiDoor(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if ((await context.AuthenticateAsync(BearerToken.SchemeName)).Principal is { } caller)
        {
            context.User = caller;
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count > 0 ? "Bearer realm=\"Community\", error=\"invalid_token\"" : "Bearer realm=\"Community\"";
    }
}
