using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Community.Web.Mailing;

/// <summary>A view as text, where nobody asked for a page.</summary>
public sealed class ViewText(IRazorViewEngine engine, ITempDataDictionaryFactory temporary, IServiceProvider services)
{
    /// <exception cref="InvalidOperationException">There is no such view.</exception>
    public async Task<string> Of(string path, object model)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var found = engine.GetView(null, path, isMainPage: false);
        if (!found.Success) throw new InvalidOperationException($"There is no view {path}.");

        await using var text = new StringWriter();
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await found.View.RenderAsync(new ViewContext(new ActionContext(http, new RouteData(), new ActionDescriptor()), found.View, data, temporary.GetTempData(http), text, new HtmlHelperOptions()));
        return text.ToString();
    }
}
