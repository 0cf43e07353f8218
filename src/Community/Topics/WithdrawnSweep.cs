using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Topics;

/// <summary>Erases withdrawn texts when their 30 days are over: looked at every hour, and at the start.</summary>
public sealed class WithdrawnSweep(EraseWithdrawn erase, TimeProvider clock, ILogger<WithdrawnSweep> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await erase.Run(stoppingToken) > 0) await Task.Delay(TimeSpan.FromMilliseconds(50), clock, stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                log.LogError(error, "Withdrawn texts could not be erased; tried again in an hour");
            }

            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
