using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Localization;

namespace Community.Web.Frame;

/// <summary>Counts requests by person, or by address where nobody is signed in, as <see cref="Limits"/> says. In memory: each node counts for itself, and a restart forgives.</summary>
public static class RequestLimits
{
    /// <summary>A window slides in so many steps, so that a minute's worth cannot be had twice around its edge.</summary>
    const int Steps = 6;

    public static IServiceCollection AddRequestLimits(this IServiceCollection services, IConfiguration settings) => services.AddRateLimiter(options =>
    {
        var times = Limits.All.ToDictionary(limit => limit, settings.TimesOf);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, (string Limit, string Who)>(context => LimitOf(context) is { } limit
            ? RateLimitPartition.GetSlidingWindowLimiter((limit.Name, Who(context)), _ => new SlidingWindowRateLimiterOptions { PermitLimit = times[limit], Window = limit.Within, SegmentsPerWindow = Steps })
            : RateLimitPartition.GetNoLimiter(("", "")));
        options.OnRejected = (rejected, _) => Answer(rejected.HttpContext, rejected.Lease);
    });

    static Limit? LimitOf(HttpContext context)
    {
        // A page about a status stands in place of an answer that was counted already.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null) return null;
        if (context.GetEndpoint() is not RouteEndpoint endpoint || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return null;

        return Limits.Of(context.Request.Method, endpoint.RoutePattern.RawText ?? "", CurrentViewer.PersonIdOf(context.User) is not null);
    }

    static string Who(HttpContext context) => CurrentViewer.PersonIdOf(context.User) is { } person ? $"person {person.ToString(CultureInfo.InvariantCulture)}" : ClientAddress.Of(context);

    /// <summary>The status for programs; for readers a sentence, and what they typed.</summary>
    static async ValueTask Answer(HttpContext context, RateLimitLease lease)
    {
        var pause = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) && known > TimeSpan.Zero ? known : TimeSpan.FromMinutes(1);
        context.Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) return;

        var refused = new RefusedException(Refusal.TooMany, "Those were many requests in a short time. Wait a minute, then send it again.");
        var sentence = context.RequestServices.GetRequiredService<IStringLocalizer<Refusals>>()[refused.Sentence].Value;
        await RefusedPage.Result(StatusCodes.Status429TooManyRequests, sentence, await TypedTexts.In(context)).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }
}
