using System.Diagnostics;
using System.Security.Cryptography;
using Community.Governance;
using Community.Web.Frame;
using Microsoft.AspNetCore.StaticAssets;

namespace Community.Web.Running;

/// <summary>
/// Gives every request its correlation id, the one that error pages, the answer's <c>X-Correlation-ID</c> and all lines of the log share, and says in one
/// line how it was answered. It names the route and never the address, which may hold search words, titles and one-time links.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public const string Header = "X-Correlation-ID";
    public const string NoRoute = "(none)";

    const int IdBytes = 8;

    static readonly object Route = new();

    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        var id = context.TraceIdentifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });

        using var scope = log.BeginScope(new RequestScope(id));
        var method = MethodOf(context);
        var isQuiet = Quietly.Listen();
        try
        {
            await next(context);
        }
        finally
        {
            var (route, took) = (RouteOf(context), Stopwatch.GetElapsedTime(began));
            Answered(log, method, route, context.Response.StatusCode, Math.Round(took.TotalMilliseconds, 1), isQuiet.Value ? null : CurrentViewer.PersonIdOf(context.User));
            RequestFigures.Record(method, route, context.Response.StatusCode, took, isLine: context.WebSockets.IsWebSocketRequest);
        }
    }

    /// <summary>Remembers the first endpoint of a request: a page that explains a status takes its place later. Call it after routing.</summary>
    public static Task Note(HttpContext context, RequestDelegate next)
    {
        if (!context.Items.ContainsKey(Route)) context.Items[Route] = context.GetEndpoint();
        return next(context);
    }

    /// <summary>The same for what is answered before routing.</summary>
    public static void NoteAs(HttpContext context, string route) => context.Items[Route] = route;

    static string RouteOf(HttpContext context) => context.Items.TryGetValue(Route, out var first) ? first switch
    {
        string route => route,
        RouteEndpoint endpoint when endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null => "(file)",
        RouteEndpoint endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
        _ => NoRoute,
    } : NoRoute;

    /// <summary>What a client makes up is not repeated.</summary>
    static string MethodOf(HttpContext context) => context.Request.Method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "PATCH" or "OPTIONS" or "CONNECT" ? context.Request.Method : "OTHER";

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {Ms} ms, person {PersonId}")]
    static partial void Answered(ILogger log, string method, string route, int status, double ms, long? personId);
}
