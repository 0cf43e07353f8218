using Community.Events;
using Community.Search;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>Whether search sees what was written, or how far it is behind the log.</summary>
public sealed class IndexHealth(ContextFactory contexts, SearchIndex index) : IHealthCheck
{
    public const string Documents = "documents";
    public const string Pending = "pending";

    /// <summary>So many events are read in a step or two.</summary>
    const long MostPending = 1_000;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = contexts.Create();
        var last = await db.Events.MaxAsync(e => (long?)e.Id, cancellationToken) ?? 0;
        // Beside another process that writes the index, only that one knows.
        var pending = index.Checkpoint is { } read ? Math.Max(0, last - read) : 0;
        var figures = new Dictionary<string, object> { [Documents] = (long)index.Documents, [Pending] = pending };
        if (index.CatchingUp is { } progress) return HealthCheckResult.Degraded($"Search is catching up: {progress.Done} of {progress.Total} are done.", data: figures);
        if (!index.IsServing) return HealthCheckResult.Degraded("Nothing can be searched yet.", data: figures);

        return pending > MostPending ? HealthCheckResult.Degraded($"Search is {pending} events behind.", data: figures) : HealthCheckResult.Healthy("Search sees what was written.", figures);
    }
}
