using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Events;

/// <summary>Runs every sweep at the start and then as often as it says, to the second. One that fails is tried again at its next time and holds up no other for longer than it runs.</summary>
public sealed class Sweeper(IEnumerable<ISweep> sweeps, TimeProvider clock, ILogger<Sweeper> log) : BackgroundService
{
    static readonly TimeSpan Tick = TimeSpan.FromSeconds(30);
    static readonly TimeSpan Least = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var next = sweeps.ToDictionary(sweep => sweep, _ => DateTime.MinValue);
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var sweep in sweeps.Where(sweep => next[sweep] <= clock.Now()))
            {
                next[sweep] = clock.Now() + sweep.Every;
                await Sweep(sweep, stoppingToken);
            }

            var until = next.Values.Append(DateTime.MaxValue).Min() - clock.Now();
            await Task.Delay(until > Tick ? Tick : until < Least ? Least : until, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task Sweep(ISweep sweep, CancellationToken stop)
    {
        try
        {
            while (await sweep.Run(stop) > 0) await Task.Delay(Pause, clock, stop);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // A query that is cut off says so in words of its own; what was begun is done after the next start.
        }
        catch (Exception error)
        {
            log.LogError(error, "{Sweep} failed; tried again at its next time", sweep.GetType().Name);
        }
    }
}
