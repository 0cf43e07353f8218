using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Community.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Community.Transfer.Archives;

/// <summary>
/// Brings a backup into an empty data folder. Everything is unpacked and checked in <c>restoring/</c> first, and nothing starts on a folder that still has
/// one. The search index is built anew at the next start.
/// </summary>
public sealed class RestoreBackup(ContextFactory contexts, DataFolder data)
{
    const int BufferBytes = 1 << 16;

    /// <returns>What is in it.</returns>
    /// <exception cref="ArchiveException">It is no backup, damaged, of a newer program or another store, or the folder is not empty.</exception>
    public async Task<BackupManifest> Run(string path, Action<ArchiveProgress>? progress = null, CancellationToken stop = default)
    {
        if (!File.Exists(path)) throw new ArchiveException($"There is no file {path}.");
        if (Directory.EnumerateFileSystemEntries(data.Path).Any())
            throw new ArchiveException($"The folder {data.Path} is not empty. Restore into a new one: --data DIR.");

        try
        {
            using var zip = ZipFile.OpenRead(path);
            var manifest = Manifest(zip, path);
            await Demand(manifest, path, stop);
            await Unpack(zip, manifest, path, progress, stop);
            await Settle(manifest, path, stop);
            return manifest;
        }
        catch (InvalidDataException error)
        {
            throw Damaged(path, error);
        }
        finally
        {
            // Failed: nothing is left. Done: it is empty.
            if (Directory.Exists(data.Restoring)) Directory.Delete(data.Restoring, recursive: true);
        }
    }

    static BackupManifest Manifest(ZipArchive zip, string path)
    {
        try
        {
            using var entry = zip.GetEntry(BackupManifest.Name)?.Open();
            var manifest = entry is null ? null : BackupManifest.Read(entry);
            return manifest?.Format == BackupManifest.CurrentFormat ? manifest : throw new ArchiveException($"{path} is no backup that this program can read.");
        }
        catch (JsonException error)
        {
            throw Damaged(path, error);
        }
    }

    async Task Demand(BackupManifest manifest, string path, CancellationToken stop)
    {
        var here = contexts.IsSqlite ? BackupManifest.Sqlite : BackupManifest.Postgres;
        if (manifest.Store != here) throw new ArchiveException($"{path} holds a {manifest.Store} database, and the setting Community:Postgres says {here}. Change the setting, or take another backup.");

        await using var db = contexts.Create();
        if (!db.Database.GetMigrations().Contains(manifest.Schema))
            throw new ArchiveException($"{path} was made by a newer program ({manifest.Program}). Restore it with that one.");

        if (contexts.IsSqlite) return;

        try
        {
            if (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM pg_tables WHERE schemaname = current_schema()").SingleAsync(stop) > 0)
                throw new ArchiveException("The PostgreSQL database is not empty. Name a new one in the setting Community:Postgres.");
        }
        catch (Exception error) when ((error as NpgsqlException ?? error.InnerException as NpgsqlException) is { } cause)
        {
            throw new ArchiveException($"PostgreSQL cannot be used: {cause.Message.ReplaceLineEndings(" ")} Make an empty database first.", error);
        }
    }

    async Task Unpack(ZipArchive zip, BackupManifest manifest, string path, Action<ArchiveProgress>? progress, CancellationToken stop)
    {
        var (done, total) = (0L, manifest.Files.Sum(file => file.Bytes));
        foreach (var file in manifest.Files)
        {
            var to = Path.GetFullPath(Path.Combine(data.Restoring, file.Path));
            if (!to.StartsWith(data.Restoring + Path.DirectorySeparatorChar, StringComparison.Ordinal) || zip.GetEntry(file.Path) is not { } entry) throw Damaged(path);

            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            await using var from = entry.Open();
            await using var written = OwnFile.Create(to);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferBytes];
            while (await from.ReadAsync(buffer, stop) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await written.WriteAsync(buffer.AsMemory(0, read), stop);
            }

            if (Convert.ToHexStringLower(hash.GetHashAndReset()) != file.Sha256) throw Damaged(path);
            written.Flush(flushToDisk: true);
            progress?.Invoke(new ArchiveProgress("files", done += file.Bytes, total));
        }
    }

    /// <summary>Each part to its place, the database last: without it the folder is as good as empty.</summary>
    async Task Settle(BackupManifest manifest, string path, CancellationToken stop)
    {
        var database = Path.Combine(data.Restoring, "database", contexts.IsSqlite ? "community.db" : "community.dump");
        if (!File.Exists(database)) throw Damaged(path);
        if (contexts.IsSqlite) await CheckWhole(database, path, stop);

        if (contexts.Postgres is { } postgres) await PostgresTools.Restore(postgres, database, stop);
        foreach (var part in new[] { "keys", "uploads" })
            if (Directory.Exists(Path.Combine(data.Restoring, part))) Directory.Move(Path.Combine(data.Restoring, part), data.In(part));

        if (contexts.IsSqlite) File.Move(database, data.Database);
    }

    static async Task CheckWhole(string database, string path, CancellationToken stop)
    {
        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check(1)";
            if (await command.ExecuteScalarAsync(stop) is not "ok") throw Damaged(path);
        }
        catch (SqliteException error)
        {
            throw Damaged(path, error);
        }
    }

    static ArchiveException Damaged(string path, Exception? cause = null) => new($"{path} is damaged or no backup of this program. Nothing was restored; take another copy of it.", cause);
}
