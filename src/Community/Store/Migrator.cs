using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>Brings the database to this program's schema, under a lock of our own.</summary>
public sealed class Migrator(ContextFactory contexts, DataFolder data)
{
    static readonly TimeSpan LockWait = TimeSpan.FromSeconds(60);

    const int NoDatabase = 26;

    /// <exception cref="DataFolderException">The database is newer than this program, no database at all, or another process is migrating it for longer than a minute.</exception>
    public async Task Run(CancellationToken stop = default)
    {
        await using var fileLock = contexts.IsSqlite ? await Hold(stop) : null;
        try
        {
            await Migrate(stop);
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
}
