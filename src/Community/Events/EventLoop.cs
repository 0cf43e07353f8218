using Community.Store;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Events;

/// <summary>The one host loop of all consumers: each is woken by a signal or looks for other processes' rows, every 100 ms on SQLite and, beside PostgreSQL's own signal, every second.</summary>
public sealed class EventLoop(IEnumerable<IConsumer> consumers, EventSignal signal, ContextFactory contexts, ILogger<EventLoop> log) : BackgroundService
{
    readonly TimeSpan poll = TimeSpan.FromMilliseconds(contexts.IsSqlite ? 100 : 1_000);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(consumers.Select(consumer => Task.Run(() => Follow(consumer, stoppingToken), CancellationToken.None)));

    async Task Follow(IConsumer consumer, CancellationToken stop)
    {
        var failures = 0;
        while (!stop.IsCancellationRequested)
        {
            var woken = signal.Next();
            try
            {
                while (await consumer.Step(stop)) failures = 0;
                failures = 0;
            }
            catch (Exception) when (stop.IsCancellationRequested)
            {
                // A query that is cut off says so in words of its own; what was begun is done after the next start.
                return;
            }
            catch (Exception error)
            {
                failures++;
                log.LogError(error, "{Consumer} failed {Failures} times in a row", consumer.Name, failures);
            }

            var pause = failures == 0 ? poll : TimeSpan.FromMilliseconds(Math.Min(5_000, 100 << Math.Min(failures, 6)));
            await Task.WhenAny(failures == 0 ? woken : Task.Delay(pause, CancellationToken.None), Wait(pause, stop));
            if (woken.IsCompleted && consumer.Lag > TimeSpan.Zero) await Wait(consumer.Lag, stop);
        }
    }

    static async Task Wait(TimeSpan pause, CancellationToken stop) =>
        await Task.Delay(pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
