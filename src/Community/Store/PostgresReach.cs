using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Community.Store;

/// <summary>Waits at a start for a PostgreSQL that comes up beside this program. SQLite is always there.</summary>
public sealed class PostgresReach(ContextFactory contexts, ILogger<PostgresReach> log)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <exception cref="DataFolderException">It does not answer within <paramref name="atMost"/>, or refuses us.</exception>
    public async Task Wait(TimeSpan atMost, CancellationToken stop = default)
    {
        if (contexts.IsSqlite) return;

        var until = DateTime.UtcNow + atMost;
        while (await Trouble(stop) is { } trouble)
        {
            if (!trouble.IsPassing || DateTime.UtcNow >= until) throw new DataFolderException($"PostgreSQL cannot be used: {trouble.Sentence} Look at the setting Community:Postgres.");

            log.LogWarning("PostgreSQL does not answer yet: {Trouble}", trouble.Sentence);
            await Task.Delay(Pause, stop);
        }
    }

    async Task<(string Sentence, bool IsPassing)?> Trouble(CancellationToken stop)
    {
        try
        {
            await using var db = contexts.Create();
            await db.Database.OpenConnectionAsync(stop);
            return null;
        }
        catch (Exception error) when (Chain(error).OfType<NpgsqlException>().FirstOrDefault() is { } refused)
        {
            // The database itself is made by the migration.
            if (refused.SqlState == PostgresErrorCodes.InvalidCatalogName) return null;

            return refused is PostgresException said
                ? ($"{said.MessageText}.", said.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections)
                : ($"{refused.Message.TrimEnd('.')}.", true);
        }
        catch (Exception error) when (Chain(error).Any(cause => cause is SocketException or TimeoutException))
        {
            return ($"{error.GetBaseException().Message.TrimEnd('.')}.", true);
        }
    }

    /// <summary>EF wraps what may pass in an exception of its own.</summary>
    static IEnumerable<Exception> Chain(Exception? error)
    {
        for (; error is not null; error = error.InnerException) yield return error;
    }
}
