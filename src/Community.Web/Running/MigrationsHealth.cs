using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>Whether the database has the schema of this program.</summary>
public sealed class MigrationsHealth(ContextFactory contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = contexts.Create();
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet();
        var (missing, newer) = (known.Except(applied).Count(), applied.Except(known).Count());
        if (missing > 0) return HealthCheckResult.Unhealthy($"{missing} changes to the database are still to be made. Start this program anew.");

        return newer > 0 ? HealthCheckResult.Degraded("A newer program has changed the database. Start that one here, too.") : HealthCheckResult.Healthy("The database is as this program needs it.");
    }
}
