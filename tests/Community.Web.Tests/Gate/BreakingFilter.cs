namespace Community.Web.Tests.Gate;

/// <summary>Breaks a request inside the pipeline, where pages are made, when it asks for that.</summary>
sealed class BreakingFilter : Microsoft.AspNetCore.Mvc.Filters.IAsyncResourceFilter
{
    public Task OnResourceExecutionAsync(Microsoft.AspNetCore.Mvc.Filters.ResourceExecutingContext context, Microsoft.AspNetCore.Mvc.Filters.ResourceExecutionDelegate next) =>
        context.HttpContext.Request.Query.ContainsKey("break") ? throw new InvalidOperationException("secret-in-the-message") : next();
}
