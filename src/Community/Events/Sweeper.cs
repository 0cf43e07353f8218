using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Events;

/// <summary>Runs every sweep at the start and then each hour. One that fails is tried again in an hour and holds up no other.</summary>
public sealed class Sweeper(IEnumerable<ISweep> sweeps, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var sweep in sweeps) await Sweep(sweep, stoppingToken);
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Sweep(ISweep sweep, CancellationToken stop)
    {
        try
        {
            while (await sweep.Run(stop) > 0) await Task.Delay(Pause, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            log.LogError(error, "{Sweep} failed; tried again in an hour", sweep.GetType().Name);
        }
    }
}
