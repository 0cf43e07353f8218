using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>How the parts of the program are, looked at once a second at most, however many ask.</summary>
public sealed class Readiness(HealthCheckService checks)
{
    static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    readonly Lock door = new();
    Task<HealthReport>? latest;
    long lookedAt;

    /// <summary>What was last found; null before the first look.</summary>
    public HealthReport? Last => latest is { IsCompletedSuccessfully: true } done ? done.Result : null;

    public Task<HealthReport> Look()
    {
        lock (door)
        {
            if (latest is not null && (!latest.IsCompleted || Stopwatch.GetElapsedTime(lookedAt) < Kept)) return latest;

            lookedAt = Stopwatch.GetTimestamp();
            return latest = checks.CheckHealthAsync();
        }
    }
}
