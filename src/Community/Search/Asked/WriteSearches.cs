using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Community.Search.Asked;

/// <summary>Writes what was searched for every few seconds, and once more when the program stops.</summary>
public sealed class WriteSearches(AskedLately lately, KeepSearches keep, TimeProvider clock, ILogger<WriteSearches> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim turn = new(1, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Write();
        }
    }

    /// <summary>What waits, now, and what is being written: afterwards it is there.</summary>
    public async Task Write()
    {
        await turn.WaitAsync();
        try
        {
            if (lately.Take() is { Count: > 0 } taken) await Keep(taken);
        }
        finally
        {
            turn.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        turn.Dispose();
    }

    async Task Keep(IReadOnlyList<NotedSearch> taken)
    {
        try
        {
            await keep.Run(taken);
        }
        catch (Exception error)
        {
            log.LogWarning(error, "{Count} searches could not be written down; tried again", taken.Count);
            lately.GiveBack(taken);
        }
    }
}
