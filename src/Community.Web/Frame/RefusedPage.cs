using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Community.Web.Frame;

/// <summary>A refusal that has no form of its own to go back to.</summary>
/// <param name="Typed">Longer texts that were sent along, so that none is lost.</param>
public sealed record RefusedPage(string Sentence, IReadOnlyList<string> Typed)
{
    public static ViewResult Result(int status, string sentence, IReadOnlyList<string> typed) => new()
    {
        ViewName = "Refused",
        StatusCode = status,
        ViewData = new ViewDataDictionary<RefusedPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = new RefusedPage(sentence, typed) },
    };

    /// <summary>The longer texts of a form, but no password; none where the form cannot be read.</summary>
    public static async Task<IReadOnlyList<string>> TypedIn(HttpContext context)
    {
        if (!context.Request.HasFormContentType) return [];

        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return [.. form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal) && !field.Key.Contains("assword", StringComparison.Ordinal))
                .SelectMany(field => field.Value).Where(value => value is { Length: > 20 }).Select(value => value!)];
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            return [];
        }
    }
}
