using System.Collections.Concurrent;

namespace Community.Web.Running;

/// <summary>Lets requests on their way come to their end when the program stops, and cuts those that outstay <see cref="SettingList.StopSeconds"/>.</summary>
public sealed class RequestEnding
{
    readonly ConcurrentDictionary<HttpContext, bool> running = new(ReferenceEqualityComparer.Instance);
    readonly RequestDelegate next;
    readonly ILogger log;

    public RequestEnding(RequestDelegate next, IHostApplicationLifetime life, IConfiguration settings, ILogger<RequestEnding> log)
    {
        (this.next, this.log) = (next, log);
        var atMost = TimeSpan.FromSeconds(settings.Number(SettingList.StopSeconds));
        life.ApplicationStopping.Register(() => _ = Cut(atMost, life.ApplicationStopped));
    }

    public async Task InvokeAsync(HttpContext context)
    {
        running[context] = true;
        try
        {
            await next(context);
        }
        finally
        {
            running.TryRemove(context, out _);
        }
    }

    async Task Cut(TimeSpan atMost, CancellationToken stopped)
    {
        log.LogInformation("Stopping; {Count} requests are on their way", running.Count);
        await Task.Delay(atMost, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopped.IsCancellationRequested || running.IsEmpty) return;

        log.LogWarning("{Count} requests took longer than the stop allows and are cut", running.Count);
        foreach (var context in running.Keys) context.Abort();
    }
}
