using Community.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary>The one place that turns a refusal into a page: its sentence, the right status, and everything that was typed.</summary>
public sealed class RefusalFilter(IStringLocalizer<Refusals> sentences) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        if (done.ExceptionHandled) return;

        if (done.Exception is RefusedException refused) done.Result = await Answer(context, done, refused);
        else if (done.Exception is StoreBusyException) done.Result = await Answer(context, done, new RefusedException(Refusal.Conflict, "The community is busy just now. Your text is kept below; send it again in a few seconds."), busy: true);
        else return;

        done.ExceptionHandled = true;
    }

    async Task<IActionResult> Answer(ActionExecutingContext context, ActionExecutedContext done, RefusedException refused, bool busy = false)
    {
        // What a field names may be missing; what the address names must look as if it were not there.
        var isNotThere = refused is { Kind: Refusal.NotFound, Field: null };
        var typed = TypedTexts.Of(context.HttpContext);
        if (isNotThere && (typed.Count == 0 || context.HttpContext.User.Identity?.IsAuthenticated != true)) return new NotFoundResult();

        var sentence = sentences[refused.Sentence, [.. refused.Arguments]].Value;
        if (isNotThere) return Refused(StatusCodes.Status404NotFound, sentence, typed);

        var status = busy ? StatusCodes.Status503ServiceUnavailable : StatusOf(refused.Kind == Refusal.NotFound ? Refusal.Invalid : refused.Kind);
        if (busy) context.HttpContext.Response.Headers.RetryAfter = "5";
        context.ModelState.AddModelError(refused.Field ?? "", sentence);

        if (done.Controller is IFormAgain controller && context.ActionDescriptor is ControllerActionDescriptor action
            && await controller.Again(action.MethodInfo.Name, context.ActionArguments) is { } page)
        {
            page.StatusCode = status;
            return page;
        }

        return Refused(status, sentence, typed);
    }

    static ViewResult Refused(int status, string sentence, IReadOnlyList<string> typed) => new()
    {
        ViewName = "Refused",
        StatusCode = status,
        ViewData = new ViewDataDictionary<RefusedPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new RefusedPage(sentence, typed) },
    };

    public static int StatusOf(Refusal kind) => kind switch
    {
        Refusal.Forbidden => StatusCodes.Status403Forbidden,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.Conflict => StatusCodes.Status409Conflict,
        Refusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Refusal.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>A refusal that has no form of its own to go back to.</summary>
/// <param name="Typed">Longer texts that were sent along, so that none is lost.</param>
public sealed record RefusedPage(string Sentence, IReadOnlyList<string> Typed);

/// <summary>Marks the sentences of refusals; they stand in <c>Refusals.resx</c>.</summary>
public sealed class Refusals;
