using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>Whether the database can be read, and whether a write could begin.</summary>
public sealed class DatabaseHealth(ContextFactory contexts) : IHealthCheck
{
    public const string Name = "database";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = contexts.Create();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("SELECT 1", cancellationToken);
        return await db.CouldWrite(cancellationToken) ? HealthCheckResult.Healthy("It can be read and written.") : HealthCheckResult.Unhealthy("It can be read, but another program holds it or it is read-only: nothing can be written.");
    }
}
