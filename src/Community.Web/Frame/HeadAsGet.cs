namespace Community.Web.Frame;

/// <summary>HEAD is answered like GET everywhere; the server itself leaves the body out.</summary>
public static class HeadAsGet
{
    /// <summary>Call it before routing, which knows only GET.</summary>
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    });
}
