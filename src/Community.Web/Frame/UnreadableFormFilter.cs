using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Community.Web.Frame;

/// <summary>Refuses a form with a value that cannot be read, such as a word where a number belongs: taking the default instead would do something that nobody asked for.</summary>
public sealed class UnreadableFormFilter : IActionFilter, IOrderedFilter
{
    // Before refusals are turned into pages.
    public int Order => -1_000;

    public void OnActionExecuting(ActionExecutingContext context)
    {
        // An empty value is a reader's slip: the verb has a sentence for it.
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method) && context.ModelState.Any(entry => entry.Value is { Errors.Count: > 0, AttemptedValue.Length: > 0 }))
            context.Result = new BadRequestResult();
    }

    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
