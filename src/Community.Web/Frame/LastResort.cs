using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary>What is said when even the page for errors cannot be made, as when the database cannot be opened.</summary>
public static class LastResort
{
    /// <summary>Call it before the exception handler that shows a page.</summary>
    public static IApplicationBuilder UseLastResort(this IApplicationBuilder app) => app.UseExceptionHandler(bare => bare.Run(context =>
    {
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<FrameText>>();
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text["This is our fault. Nothing you had saved is lost. Tell an administrator this number: {0}", context.TraceIdentifier].Value, context.RequestAborted);
    }));
}
