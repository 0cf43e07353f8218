using Microsoft.AspNetCore.Mvc.Razor;

namespace Community.Web.Frame;

/// <summary>Views stand beside their controllers: <c>Community.Web.Topics.ThreadsController</c> finds <c>/Topics/Thread.cshtml</c>, then <c>/Frame</c>.</summary>
public sealed class AreaViews : IViewLocationExpander
{
    const string Root = "Community.Web.";

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values["area-folder"] = (context.ActionContext.ActionDescriptor as Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor)
            ?.ControllerTypeInfo.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal) ? name[Root.Length..] : "Frame";

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/{context.Values["area-folder"]}/{{0}}.cshtml", "/Frame/{0}.cshtml"];
}
