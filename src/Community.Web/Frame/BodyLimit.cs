using Community.Files;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Community.Web.Frame;

/// <summary>Answers a body that is too large with 413. What a browser is still sending is read away first, because it would otherwise see a broken connection and no page.</summary>
public sealed class BodyLimit(RequestDelegate next, UploadLimits limits)
{
    /// <summary>Of a form: the longest text, in the widest encoding, and its fields.</summary>
    public const long MaxBytes = 2_000_000;

    const long MaxReadAwayBytes = 100_000_000;

    public async Task InvokeAsync(HttpContext context)
    {
        var limit = Limit(context);
        if (!(context.Request.ContentLength > limit) || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        if (context.Request.ContentLength > MaxReadAwayBytes) return;

        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = MaxReadAwayBytes;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }

    long? Limit(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<ITakesFiles>() is not { } files) return metadata?.GetMetadata<IRequestSizeLimitMetadata>() is { } own ? own.MaxRequestBodySize : MaxBytes;

        var limit = files.MaxBodyBytes(context.Request, limits);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server) server.MaxRequestBodySize = limit;
        return limit;
    }
}
