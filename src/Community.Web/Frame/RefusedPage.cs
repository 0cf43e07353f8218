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
}
