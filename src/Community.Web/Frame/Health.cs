using Community.Events;
using Community.Search;
using Community.Store;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Frame;

/// <summary>Whether the site lives, and whether each of its parts is ready.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapMethods("/health/live", ["GET", "HEAD"], () => Results.Text("live"));
        app.MapMethods("/health/ready", ["GET", "HEAD"], Ready);
    }

    /// <summary>200 when the database answers; 503 else. Names what lags behind: an index that catches up, events that were set aside.</summary>
    static async Task<IResult> Ready(CommunityContext db, SearchIndex index, CancellationToken stop)
    {
        try
        {
            var aside = await db.FailedEvents.AsNoTracking().GroupBy(f => f.Consumer).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
            return Results.Json(new { database = "ready", index = index.CatchingUp is not null ? "catching up" : "ready", setAside = aside.ToDictionary(a => a.Key, a => a.Count) });
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return Results.Json(new { database = "not ready" }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
