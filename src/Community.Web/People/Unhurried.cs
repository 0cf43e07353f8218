using System.Threading.Channels;

namespace Community.Web.People;

/// <summary>Does small things after the answer has gone out: so nobody waits for them, and the time that they take tells nothing.</summary>
public sealed class Unhurried(IServiceScopeFactory scopes, ILogger<Unhurried> log) : BackgroundService
{
    const int MaxWaiting = 1_000;

    readonly Channel<Func<IServiceProvider, CancellationToken, Task>> waiting =
        Channel.CreateBounded<Func<IServiceProvider, CancellationToken, Task>>(new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Do(Func<IServiceProvider, CancellationToken, Task> work) => waiting.Writer.TryWrite(work);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var work in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await work(scope.ServiceProvider, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(error, "Something small was not done");
            }
        }
    }
}
