using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Community.Web.People;

/// <summary>To everybody but administrators these pages are not there.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdministratorsOnlyAttribute : Attribute, IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var viewer = await context.HttpContext.RequestServices.GetRequiredService<CurrentViewer>().Get();
        if (viewer.IsAdministrator) await next();
        else context.Result = new NotFoundResult();
    }
}
