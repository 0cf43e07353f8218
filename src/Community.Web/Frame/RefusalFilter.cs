using Community.Store;
using Community.Topics.Holding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary>The one place that turns a refusal into a page: its sentence, the right status, and everything that was typed.</summary>
public sealed class RefusalFilter(IStringLocalizer<Refusals> sentences) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var done = await next();
        if (done.ExceptionHandled) return;

        if (done.Exception is HeldException held) done.Result = new SeeOther(FormattableString.Invariant($"/submissions/{held.SubmissionId}"));
        else if (done.Exception is RefusedException refused) done.Result = await Answer(context, done, refused);
        else if (done.Exception is StoreBusyException) done.Result = await Answer(context, done, new RefusedException(Refusal.Conflict, "The community is busy just now. Your text is kept below; send it again in a few seconds."), busy: true);
        else return;

        done.ExceptionHandled = true;
    }

    async Task<IActionResult> Answer(ActionExecutingContext context, ActionExecutedContext done, RefusedException refused, bool busy = false)
    {
        // What a field names may be missing; what the address names must look as if it were not there.
        var isNotThere = refused is { Kind: Refusal.NotFound, Field: null };
        var typed = await TypedTexts.In(context.HttpContext);
        if (isNotThere && (typed.Count == 0 || context.HttpContext.User.Identity?.IsAuthenticated != true)) return new NotFoundResult();

        if (refused is CheckedException found) context.HttpContext.Items[typeof(CheckedException)] = found;
        var sentence = sentences[refused.Sentence, [.. refused.Arguments]].Value;
        if (isNotThere) return RefusedPage.Result(StatusCodes.Status404NotFound, sentence, typed);

        var status = busy ? StatusCodes.Status503ServiceUnavailable : StatusOf(refused.Kind == Refusal.NotFound ? Refusal.Invalid : refused.Kind);
        var headers = context.HttpContext.Response.Headers;
        if (busy) headers.RetryAfter = "5";
        else if (status == StatusCodes.Status429TooManyRequests && headers.RetryAfter.Count == 0) headers.RetryAfter = "60";
        context.ModelState.AddModelError(refused.Field ?? "", sentence);

        if (done.Controller is IFormAgain controller && context.ActionDescriptor is ControllerActionDescriptor action
            && await controller.Again(action.MethodInfo.Name, context.ActionArguments) is { } page)
        {
            page.StatusCode = status;
            return page;
        }

        return RefusedPage.Result(status, sentence, typed);
    }

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

/// <summary>Marks the sentences of refusals; they stand in <c>Refusals.resx</c>.</summary>
public sealed class Refusals;
