using Community.Governance;
using Community.Web.Frame;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary><c>/health/live</c> and <c>/health/ready</c>, for whoever watches over the program.</summary>
public static class HealthAddresses
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", ["GET", "HEAD"], () => Results.Text("live"));
        app.MapMethods("/health/ready", ["GET", "HEAD"], Ready);
    }

    /// <summary>200 while pages can be read and written, 503 else, with the state of every part. Sentences and figures are for administrators and for those who may read <c>/metrics</c>.</summary>
    static async Task<IResult> Ready(HttpContext context, Readiness readiness, MetricsDoor door, CurrentViewer current)
    {
        var report = await readiness.Look();
        var parts = report.Entries.ToDictionary(part => part.Key, part => Word(part.Value.Status));
        var notReady = parts.Where(part => part.Value != Word(HealthStatus.Healthy)).Select(part => $"{part.Key} is {part.Value}").ToList();
        var says = notReady.Count == 0 ? "Every part is ready." : $"Of the parts, {string.Join(", ", notReady)}.";
        var code = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.Headers.CacheControl = "no-store";

        // Who asks can only be looked up where the database answers.
        var isTold = door.Opens(context) || parts[DatabaseHealth.Name] == Word(HealthStatus.Healthy) && (await current.Get()).Role == Role.Administrator;
        return isTold
            ? Results.Json(new { status = Word(report.Status), says, parts, details = report.Entries.ToDictionary(part => part.Key, part => new { says = part.Value.Description, figures = part.Value.Data }) }, statusCode: code)
            : Results.Json(new { status = Word(report.Status), says, parts }, statusCode: code);
    }

    static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ready",
        HealthStatus.Degraded => "behind",
        _ => "not ready",
    };
}
