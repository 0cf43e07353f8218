using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Store;

/// <summary>Makes pooled contexts for the database that the settings name: PostgreSQL when there is a connection string, else SQLite in the data folder.</summary>
public sealed class ContextFactory
{
    readonly Func<CommunityContext> create;

    public ContextFactory(DataFolder data, string? postgres = null)
    {
        IsSqlite = string.IsNullOrWhiteSpace(postgres);
        if (IsSqlite)
        {
            var factory = new PooledDbContextFactory<SqliteContext>(Options.Sqlite(data.ConnectionString));
            create = factory.CreateDbContext;
        }
        else
        {
            var factory = new PooledDbContextFactory<PostgresContext>(Options.Postgres(postgres!));
            create = factory.CreateDbContext;
        }
    }

    public bool IsSqlite { get; }

    public CommunityContext Create() => create();

    /// <summary>At the end of the program: closes what is kept open, so that SQLite's log is written into the database file.</summary>
    public void Close()
    {
        if (!IsSqlite) return;

        try
        {
            using (var db = Create()) db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException)
        {
            // Another process is at it; then the last one to close writes the log back.
        }

        SqliteConnection.ClearAllPools();
    }

    /// <summary>The one place that says how a context is set up.</summary>
    internal static class Options
    {
        // Identity's passkey tables appear only where this version reaches the context through its application services.
        static readonly IServiceProvider Identity = new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();

        public static DbContextOptions<SqliteContext> Sqlite(string connectionString) =>
            new DbContextOptionsBuilder<SqliteContext>().UseApplicationServiceProvider(Identity).UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()).Options;

        public static DbContextOptions<PostgresContext> Postgres(string connectionString) =>
            new DbContextOptionsBuilder<PostgresContext>().UseApplicationServiceProvider(Identity).UseNpgsql(connectionString).Options;
    }

    /// <summary>WAL for readers beside the writer, FULL so that an acknowledged post survives a power cut.</summary>
    sealed class SqlitePragmas : DbConnectionInterceptor
    {
        const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA cache_size=-16000;";

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
