using Community.Events;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Community.Store;

/// <summary>Wakes this process's consumers when another process commits events to PostgreSQL, and hears its <see cref="Whispers"/>. Does nothing on SQLite; while the connection is cut, polling finds the rows, and what was whispered is lost.</summary>
public sealed class PostgresListener(ContextFactory contexts, EventSignal signal, Whispers whispers, ILogger<PostgresListener> log) : BackgroundService
{
    const int KeepAliveSeconds = 15;
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (contexts.Postgres is not { } postgres) return;

        var own = new NpgsqlConnectionStringBuilder(postgres) { Pooling = false, KeepAlive = KeepAliveSeconds }.ToString();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Listen(own, stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or IOException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Not listening to the database: {Error} It is tried again; events come by polling meanwhile.", error.Message);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
            }
        }
    }

    async Task Listen(string connectionString, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, told) =>
        {
            if (told.Channel == Whispers.Channel) whispers.Hear(told.Payload);
            else signal.Raise();
        };
        await connection.OpenAsync(stop);
        await using (var listen = new NpgsqlCommand($"LISTEN {PostgresContext.Channel}; LISTEN {Whispers.Channel}", connection)) await listen.ExecuteNonQueryAsync(stop);

        // What was committed while nobody listened.
        signal.Raise();
        while (true) await connection.WaitAsync(stop);
    }
}
