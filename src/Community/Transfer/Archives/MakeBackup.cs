using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Community.Events;
using Community.People;
using Community.Store;
using Community.Topics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Transfer.Archives;

/// <summary>
/// A consistent copy of everything but the index, in one file, while the server runs. The database comes first and the uploads after it: they never change,
/// so that every row's file is there. On PostgreSQL the database is <c>pg_dump</c>'s.
/// </summary>
public sealed class MakeBackup(ContextFactory contexts, DataFolder data, TimeProvider clock)
{
    const int BufferBytes = 1 << 16;

    /// <returns>What is in it.</returns>
    /// <exception cref="ArchiveException">The file is there already, or the database cannot be copied.</exception>
    public async Task<BackupManifest> Run(string path, Action<ArchiveProgress>? progress = null, CancellationToken stop = default)
    {
        var at = clock.Now();
        using var archive = new NewArchive(path, at);
        progress?.Invoke(new ArchiveProgress("database", 0, 0));
        var (schema, counts) = contexts.Postgres is { } postgres ? await Dump(postgres, archive.Beside, stop) : await Task.Run(() => Copy(archive.Beside, stop), stop);

        var sources = Sources(archive.Beside);
        var total = sources.Sum(source => new FileInfo(source.From).Length);
        var files = new List<BackupFile>();
        foreach (var (from, name) in sources)
        {
            stop.ThrowIfCancellationRequested();
            if (await Add(archive, from, name, stop) is { } file) files.Add(file);
            progress?.Invoke(new ArchiveProgress("files", files.Sum(f => f.Bytes), total));
        }

        var version = typeof(MakeBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, version, contexts.IsSqlite ? BackupManifest.Sqlite : BackupManifest.Postgres, schema, at, counts, files);
        using (var entry = archive.Add(BackupManifest.Name)) manifest.Write(entry);
        archive.Finish();
        return manifest;
    }

    /// <summary>In one step: it reads beside the writers without holding them up, and would begin again and again in several.</summary>
    async Task<(string, BackupCounts)> Copy(string to, CancellationToken stop)
    {
        await OwnFile.Create(to).DisposeAsync();
        await using (var source = new SqliteConnection(data.ConnectionString))
        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString()))
        {
            await source.OpenAsync(stop);
            await copy.OpenAsync(stop);
            source.BackupDatabase(copy);
            // One file, without a log beside it.
            await using var whole = copy.CreateCommand();
            whole.CommandText = "PRAGMA journal_mode=DELETE";
            await whole.ExecuteNonQueryAsync(stop);
        }

        await using var db = new SqliteContext(ContextFactory.Options.Copy(to));
        return (await Schema(db, stop), await Counts(db, stop));
    }

    async Task<(string, BackupCounts)> Dump(string postgres, string to, CancellationToken stop)
    {
        await OwnFile.Create(to).DisposeAsync();
        await using var db = contexts.Create();
        var (schema, counts) = (await Schema(db, stop), await Counts(db, stop));
        await PostgresTools.Dump(postgres, to, stop);
        return (schema, counts);
    }

    List<(string From, string Name)> Sources(string database)
    {
        List<(string, string)> sources = [(database, contexts.IsSqlite ? "database/community.db" : "database/community.dump")];
        foreach (var (folder, name) in new[] { (data.Keys, "keys"), (data.In("uploads"), "uploads") })
        {
            if (!Directory.Exists(folder)) continue;

            // What is still being uploaded is nobody's yet.
            sources.AddRange(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => (file, name + "/" + Path.GetRelativePath(folder, file).Replace('\\', '/')))
                .Where(file => !file.Item2.StartsWith("uploads/waiting/", StringComparison.Ordinal)).OrderBy(file => file.Item2, StringComparer.Ordinal));
        }

        return sources;
    }

    /// <summary>Null when the file went away meanwhile: nothing refers to it any more.</summary>
    static async Task<BackupFile?> Add(NewArchive archive, string from, string name, CancellationToken stop)
    {
        FileStream source;
        try
        {
            source = File.OpenRead(from);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        await using (source)
        await using (var entry = archive.Add(name, CompressionLevel.Fastest))
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var (buffer, bytes) = (new byte[BufferBytes], 0L);
            while (await source.ReadAsync(buffer, stop) is var read and > 0)
            {
                hash.AppendData(buffer, 0, read);
                await entry.WriteAsync(buffer.AsMemory(0, read), stop);
                bytes += read;
            }

            return new BackupFile(name, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
    }

    static async Task<string> Schema(CommunityContext db, CancellationToken stop) => (await db.Database.GetAppliedMigrationsAsync(stop)).Last();

    static async Task<BackupCounts> Counts(CommunityContext db, CancellationToken stop) => new(
        await db.People.CountAsync(stop), await db.Topics.CountAsync(stop), await db.Posts.CountAsync(stop), await db.Events.MaxAsync(e => (long?)e.Id, stop) ?? 0);
}
