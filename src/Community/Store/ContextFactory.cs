using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace Community.Store;

/// <summary>Makes pooled contexts for the database that the settings name: PostgreSQL when there is a connection string, else SQLite in the data folder.</summary>
public sealed class ContextFactory
{
    readonly Func<CommunityContext> create;
    readonly string file;
    readonly TimeProvider clock;

    /// <param name="clock">What time it is for rights that end; null for the machine's.</param>
    public ContextFactory(DataFolder data, string? postgres = null, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        (Postgres, file) = (string.IsNullOrWhiteSpace(postgres) ? null : postgres, data.ConnectionString);
        if (Postgres is null)
        {
            var factory = new PooledDbContextFactory<SqliteContext>(Options.Sqlite(file));
            create = factory.CreateDbContext;
        }
        else
        {
            var factory = new PooledDbContextFactory<PostgresContext>(Options.Postgres(Postgres));
            create = factory.CreateDbContext;
        }
    }

    /// <summary>The connection string of PostgreSQL; null on SQLite.</summary>
    public string? Postgres { get; }

    public bool IsSqlite => Postgres is null;

    public DateTime Now => clock.Now();

    public CommunityContext Create()
    {
        var context = create();
        context.Clock = clock;
        return context;
    }

    /// <summary>For what asks many things one after the other: on SQLite its connection stays open, because opening and closing it is a fifth of a small query.</summary>
    public CommunityContext CreateOpen()
    {
        var context = Create();
        if (IsSqlite) context.Database.OpenConnection();
        return context;
    }

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

        using var pooled = new SqliteConnection(file);
        SqliteConnection.ClearPool(pooled);
    }

    /// <summary>The one place that says how a context is set up.</summary>
    internal static class Options
    {
        // Identity's passkey tables appear only where this version reaches the context through its application services.
        static readonly IServiceProvider Identity = new ServiceCollection()
            .Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3)
            .BuildServiceProvider();

        public static DbContextOptions<SqliteContext> Sqlite(string connectionString) =>
            new DbContextOptionsBuilder<SqliteContext>().UseApplicationServiceProvider(Identity).UseSqlite(connectionString, InOneParameter).AddInterceptors(new SqlitePragmas()).Options;

        /// <summary>A list of ids travels as one value. Where each is a value of its own, EF writes the SQL anew whenever the query runs, and that costs more than to run it.</summary>
        static void InOneParameter(SqliteDbContextOptionsBuilder sqlite) => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

        /// <summary>For a file that nobody else has: as it is, with nothing beside it.</summary>
        public static DbContextOptions<SqliteContext> Copy(string path) =>
            new DbContextOptionsBuilder<SqliteContext>().UseApplicationServiceProvider(Identity).UseSqlite(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString()).Options;

        public static DbContextOptions<PostgresContext> Postgres(string connectionString) =>
            new DbContextOptionsBuilder<PostgresContext>().UseApplicationServiceProvider(Identity).UseNpgsql(connectionString).AddInterceptors(new StorableParameters()).Options;
    }

    /// <summary>WAL for readers beside the writer, FULL so that an acknowledged post survives a power cut.</summary>
    sealed class SqlitePragmas : DbConnectionInterceptor
    {
        static readonly ConditionalWeakTable<sqlite3, object> Told = new();

        const string Pragmas = "PRAGMA busy_timeout=5000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;";

        /// <summary>A connection of the pool is opened for every query, but keeps what it was told.</summary>
        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            var handle = ((SqliteConnection)connection).Handle!;
            if (Told.TryGetValue(handle, out _)) return;

            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            Told.AddOrUpdate(handle, Pragmas);
        }

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
