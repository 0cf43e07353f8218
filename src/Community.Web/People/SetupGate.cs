using Microsoft.AspNetCore.Mvc.Controllers;

namespace Community.Web.People;

/// <summary>While there is no administrator every page leads to the setup.</summary>
public sealed class SetupGate(RequestDelegate next, SetupState setup)
{
    static readonly PathString[] Open = ["/setup", "/status", "/health", "/metrics", "/api", "/openapi", "/live"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsPage(context) && !await setup.IsDone(context.RequestAborted)) context.Response.Redirect("/setup");
        else await next(context);
    }

    static bool IsPage(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
        && !Open.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal));
}
