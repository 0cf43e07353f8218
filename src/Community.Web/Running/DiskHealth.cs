using Community.Store;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>Whether there is room in the data folder.</summary>
public sealed class DiskHealth(DataFolder data, IConfiguration settings) : IHealthCheck
{
    public const string FreeBytes = "freeBytes";

    const long Megabyte = 1_000_000;
    const long NoRoomBytes = 8 * Megabyte;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(data.Path)) return Task.FromResult(HealthCheckResult.Unhealthy("The data folder is gone."));

        var free = new DriveInfo(data.Path).AvailableFreeSpace;
        var figures = new Dictionary<string, object> { [FreeBytes] = free };
        var says = $"{free / Megabyte} MB are free in the data folder.";
        return Task.FromResult(free < NoRoomBytes ? HealthCheckResult.Unhealthy(says, data: figures)
            : free < settings.Number(SettingList.MinFreeMegabytes) * Megabyte ? HealthCheckResult.Degraded(says, data: figures)
            : HealthCheckResult.Healthy(says, figures));
    }
}
