using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Community.Web.Topics;

/// <summary>Answers a form that was sent after the session had ended with the door, and the text goes through it. Nothing is done and nothing is stored before its writer has signed in.</summary>
public sealed class SignedOutFilter : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && CurrentViewer.PersonIdOf(context.HttpContext.User) is null && await KeptText.Of(context.HttpContext) is { } kept)
            context.Result = new ViewResult
            {
                ViewName = "NotHere",
                StatusCode = StatusCodes.Status400BadRequest,
                ViewData = new ViewDataDictionary<NotHerePage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new NotHerePage(kept.Address, kept.ToJson()) },
            };

        await next();
    }
}
