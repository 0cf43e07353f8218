using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Community.Store;

/// <summary>Brings the database to this program's schema, under a lock of our own.</summary>
public sealed class Migrator(ContextFactory contexts, DataFolder data)
{
    static readonly TimeSpan LockWait = TimeSpan.FromSeconds(60);

    const int NoDatabase = 26;
    const long PostgresLock = 0x4D696772617465;

    /// <exception cref="DataFolderException">The database is newer than this program, cannot be reached, is no database at all, or another process is migrating it for longer than a minute.</exception>
    public async Task Run(CancellationToken stop = default)
    {
        if (Directory.Exists(data.Restoring))
            throw new DataFolderException($"A backup is being restored into {data.Path}, or that was interrupted. Wait for it; or empty the folder and restore again.");

        try
        {
            await using IAsyncDisposable held = contexts.Postgres is { } postgres ? await HoldPostgres(postgres, stop) : await Hold(stop);
            await Migrate(stop);
        }
        catch (Exception error) when ((error as NpgsqlException ?? error.InnerException as NpgsqlException) is { } cause)
        {
            throw new DataFolderException($"PostgreSQL cannot be used: {cause.Message.ReplaceLineEndings(" ")} Look at the setting Community:Postgres and at the server.", error);
        }
        catch (SqliteException error) when (error.SqliteErrorCode == NoDatabase)
        {
            throw new DataFolderException($"The file {data.Database} is not a database of this program. Move it away, or restore a copy.", error);
        }
    }

    async Task Migrate(CancellationToken stop)
    {
        await using var db = contexts.Create();

        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await Applied(db, stop);
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new DataFolderException($"The database in {data.Path} is newer than this program (it has {unknown}). Start the newer program, or restore an older copy.");

        if (applied.Count == known.Count) return;

        // A kill during a migration leaves this row, and every later start would wait for ever; we hold the lock, so nobody is migrating.
        if (contexts.IsSqlite && applied.Count > 0)
            await db.Database.ExecuteSqlRawAsync("""CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL); DELETE FROM "__EFMigrationsLock";""", stop);
        else if (contexts.IsSqlite)
            await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock";""", stop);

        await db.Database.MigrateAsync(stop);
    }

    static async Task<IReadOnlyList<string>> Applied(CommunityContext db, CancellationToken stop) =>
        await db.Database.CanConnectAsync(stop) ? (await db.Database.GetAppliedMigrationsAsync(stop)).ToList() : [];

    async Task<FileStream> Hold(CancellationToken stop)
    {
        var until = DateTime.UtcNow + LockWait;
        while (true)
        {
            try
            {
                return new FileStream(data.In("migration.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < until)
            {
                await Task.Delay(100, stop);
            }
            catch (IOException error)
            {
                throw new DataFolderException($"Another process has been changing the database in {data.Path} for a minute. Wait for it, or end it.", error);
            }
        }
    }

    /// <summary>Nodes start together: one makes and migrates, the others wait for it. The lock ends with its connection.</summary>
    async Task<NpgsqlConnection> HoldPostgres(string postgres, CancellationToken stop)
    {
        await MakeDatabase(stop);
        var own = new NpgsqlConnectionStringBuilder(postgres) { Pooling = false, CommandTimeout = (int)LockWait.TotalSeconds };
        var connection = new NpgsqlConnection(own.ToString());
        try
        {
            await connection.OpenAsync(stop);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock(@name)", connection) { Parameters = { new("name", PostgresLock) } };
            await command.ExecuteNonQueryAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    async Task MakeDatabase(CancellationToken stop)
    {
        await using var db = contexts.Create();
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(stop)) return;

        try
        {
            await creator.CreateAsync(stop);
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was first.
        }
    }
}
