using Community.Topics;
using Community.Web.Frame;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace Community.Web.Topics;

/// <summary>A form with a text in it.</summary>
public interface ITypedText
{
    string Body { get; }

    /// <summary>The same form with another text.</summary>
    ITypedText With(string body);
}

/// <summary>
/// On an action whose form may bring files along, as it does without scripts: they are stored, their Markdown is put under the text, and the form is
/// shown again so that pictures can be described. Nothing is sent yet, and nothing is lost: a file that is refused says why beside those that were taken.
/// </summary>
public sealed class TakesFilesAttribute : FileFormAttribute, IAsyncActionFilter
{
    /// <summary>Set on the view data when files are in the text.</summary>
    public const string Taken = "FilesTaken";

    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!FileFormAttribute.IsWithFiles(context.HttpContext.Request) || context.HttpContext.Request.Form.Files is not { Count: > 0 } files || context.ActionArguments["form"] is not ITypedText form)
        {
            await next();
            return;
        }

        var body = form.Body;
        foreach (var file in files) body += await Stored(context, file);
        context.ActionArguments["form"] = form.With(body);
        if (context.Controller is IFormAgain controller && await controller.Again(ActionName(context), context.ActionArguments) is { } page)
        {
            page.StatusCode = StatusCodes.Status422UnprocessableEntity;
            page.ViewData[Taken] = body.Length > form.Body.Length;
            context.Result = page;
        }
        else
        {
            await next();
        }
    }

    static async Task<string> Stored(ActionExecutingContext context, IFormFile file)
    {
        var services = context.HttpContext.RequestServices;
        try
        {
            await using var content = file.OpenReadStream();
            var stored = await services.GetRequiredService<StoreAttachment>().Run(services.GetRequiredService<CurrentViewer>().PersonId, file.FileName, content, stop: context.HttpContext.RequestAborted);
            return "\n\n" + stored.Markdown();
        }
        catch (RefusedException refused) when (refused.Kind != Refusal.NotFound)
        {
            var sentences = services.GetRequiredService<IStringLocalizer<Refusals>>();
            context.ModelState.AddModelError("Files", $"{Files.FileNames.Clean(file.FileName)}: {sentences[refused.Sentence, [.. refused.Arguments]].Value}");
            return "";
        }
    }

    static string ActionName(ActionExecutingContext context) => ((Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor)context.ActionDescriptor).MethodInfo.Name;
}
