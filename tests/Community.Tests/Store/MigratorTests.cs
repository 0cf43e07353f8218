using System.Diagnostics;
using Community.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Store;

[Trait("Store", "Sqlite")]
public sealed class MigratorTests : IDisposable
{
    const string LeftRow = """DROP TABLE IF EXISTS "__EFMigrationsLock"; CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');""";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-migrator");

    [Fact]
    public async Task An_empty_folder_becomes_a_whole_database()
    {
        await Migrate();

        await using var db = Contexts().Create();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct())
            Assert.Equal(1, await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = {table}").SingleAsync());
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await Migrate();
        var written = File.GetLastWriteTimeUtc(Data().Database);

        await Migrate();

        Assert.Equal(written, File.GetLastWriteTimeUtc(Data().Database));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_row_left_by_a_killed_migration_does_not_hang_the_next_start(bool isMigrated)
    {
        if (isMigrated) await Migrate();
        await using (var db = Contexts().Create()) await db.Database.ExecuteSqlRawAsync(LeftRow);

        await Migrate().WaitAsync(TimeSpan.FromSeconds(10));

        await using var after = Contexts().Create();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Starts_at_the_same_moment_both_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(Migrate)));

        await using var db = Contexts().Create();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_newer_database_is_refused_with_a_sentence_and_left_alone()
    {
        await Migrate();
        await using (var db = Contexts().Create()) await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Future', '99.0.0');""");

        var refused = await Assert.ThrowsAsync<DataFolderException>(Migrate);

        Assert.Contains("is newer than this program (it has 29990101000000_Future)", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_with_a_sentence_and_left_alone()
    {
        await File.WriteAllTextAsync(Data().Database, string.Concat(Enumerable.Repeat("This is a letter to the editor. ", 200)));

        var refused = await Assert.ThrowsAsync<DataFolderException>(Migrate);

        Assert.DoesNotContain('\n', refused.Message);
        Assert.StartsWith("This is a letter", await File.ReadAllTextAsync(Data().Database), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused_with_a_sentence()
    {
        var file = Path.Combine(folder.FullName, "a-file");
        File.WriteAllText(file, "");
        var watch = Stopwatch.StartNew();

        foreach (var path in new[] { Path.Combine(file, "data"), "/proc/community-data", file })
        {
            var refused = Assert.Throws<DataFolderException>(() => new DataFolder(path));
            Assert.StartsWith($"The data folder {path} cannot be written: ", refused.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', refused.Message);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_folder_that_is_missing_is_made_with_all_above_it() =>
        Assert.True(Directory.Exists(new DataFolder(Path.Combine(folder.FullName, "a", "b c", "ü")).Path));

    DataFolder Data() => new(folder.FullName);

    ContextFactory Contexts() => new(Data());

    Task Migrate() => new Migrator(Contexts(), Data()).Run();

    public void Dispose()
    {
        using var pooled = new SqliteConnection(Data().ConnectionString);
        SqliteConnection.ClearPool(pooled);
        folder.Delete(recursive: true);
    }
}
