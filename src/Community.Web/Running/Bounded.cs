using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Community.Web.Running;

/// <summary>A check that answers within a second, also where what it looks at does not: a held database takes no notice of cancellation. A look that hangs is not begun twice.</summary>
public sealed class Bounded<T>(T check) : IHealthCheck where T : IHealthCheck
{
    static readonly TimeSpan AtMost = TimeSpan.FromMilliseconds(900);

    Task<HealthCheckResult>? running;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (running is not { IsCompleted: false }) running = Task.Run(() => check.CheckHealthAsync(context, CancellationToken.None), CancellationToken.None);
            return await running.WaitAsync(AtMost, cancellationToken);
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy("It did not answer within a second.");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"It cannot be used ({error.GetBaseException().GetType().Name}).");
        }
    }
}
