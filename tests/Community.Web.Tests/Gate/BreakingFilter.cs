using Microsoft.AspNetCore.Mvc.Filters;

namespace Community.Web.Tests.Gate;

/// <summary>Breaks a page when its address asks for that: this one only, or the page that would say so as well.</summary>
sealed class BreakingFilter : IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var isBroken = context.HttpContext.Request.Query["break"].ToString() switch
        {
            "here" => context.HttpContext.Request.Path == "/sign-in",
            "everywhere" => true,
            _ => false,
        };
        return isBroken ? throw new InvalidOperationException("secret-in-the-message") : next();
    }
}
