using System.Collections.Concurrent;
using System.IO.Compression;
using Community.Events;
using Community.Store;
using Community.Topics;
using Community.Transfer.Archives;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Community.Tests.Transfer.Archives;

public sealed class BackupTests(Village village) : IClassFixture<Village>, IAsyncDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-backup");
    readonly List<TestDatabase> databases = [];

    [Fact]
    public async Task Every_post_acknowledged_before_it_began_is_in_a_backup_taken_while_people_post()
    {
        var topic = await village.Start(village.Writer);
        await Keep("keys/key-1.xml", "<key/>");
        await Keep("uploads/ab/cdef", "a picture");
        await Keep("uploads/waiting/half", "half a picture");
        using var end = new CancellationTokenSource();
        var acknowledged = new ConcurrentQueue<long>();
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested) acknowledged.Enqueue(await village.Add(village.Member, topic, Part.Reply));
        })).ToList();
        while (acknowledged.Count < 20) await Task.Delay(10);

        var before = acknowledged.ToList();
        var made = await Backup("load.zip");
        await end.CancelAsync();
        await Task.WhenAll(writers);
        var (data, contexts) = await Elsewhere();
        await new RestoreBackup(contexts, data).Run(In("load.zip"));
        await new Migrator(contexts, data).Run();

        await using var db = contexts.Create();
        var there = await db.Posts.Select(p => p.Id).ToListAsync();
        Assert.Empty(before.Except(there));
        // A prefix of the history: with each post its event and its count.
        var replies = await db.Posts.CountAsync(p => p.TopicId == topic && p.Part == Part.Reply);
        Assert.Equal(replies, await db.Events.CountAsync(e => e.TopicId == topic && e.Kind == EventKind.Replied));
        Assert.Equal(replies, await db.Topics.Where(t => t.Id == topic).Select(t => t.ReplyCount).SingleAsync());
        Assert.Equal("a picture", await File.ReadAllTextAsync(data.In("uploads/ab/cdef")));
        Assert.Equal("<key/>", await File.ReadAllTextAsync(data.In("keys/key-1.xml")));
        Assert.False(Directory.Exists(data.In("uploads/waiting")));
        Assert.False(Directory.Exists(data.Restoring));
        Assert.Contains(made.Files, file => file.Path == "uploads/ab/cdef" && file.Bytes == 9);
        await new AddPost(new CommunityStore(contexts, new EventSignal()), village.Get<PostTexts>(), village.Clock).Run(village.Member, topic, Part.Reply, null, "Life goes on.");
    }

    [Fact]
    public async Task Only_its_owner_may_read_it_and_nothing_lies_beside_it()
    {
        await Backup("own.zip");

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(In("own.zip")));
        Assert.Equal(["own.zip"], folder.EnumerateFileSystemInfos().Select(file => file.Name));
    }

    [Fact]
    public async Task A_file_that_is_there_already_is_left_alone()
    {
        await File.WriteAllTextAsync(In("mine.zip"), "my letter");

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => Backup("mine.zip"));

        Assert.Contains("is there already", refused.Message, StringComparison.Ordinal);
        Assert.Equal("my letter", await File.ReadAllTextAsync(In("mine.zip")));
    }

    [Fact]
    public async Task One_that_was_stopped_leaves_nothing_behind()
    {
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Maker.Run(In("stopped.zip"), _ => stop.Cancel(), stop.Token));

        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(0.5, true)]
    [InlineData(0.99, true)]
    [InlineData(0.1, false)]
    [InlineData(0.5, false)]
    [InlineData(0.9, false)]
    public async Task A_damaged_or_cut_off_one_is_refused_and_nothing_is_restored(double where, bool isCut)
    {
        await Backup("whole.zip");
        var bytes = await File.ReadAllBytesAsync(In("whole.zip"));
        var at = (int)(bytes.Length * where);
        if (isCut) bytes = bytes[..at];
        else for (var i = 0; i < 16; i++) bytes[at + i] ^= 0x5A;
        await File.WriteAllBytesAsync(In("damaged.zip"), bytes);
        var (data, contexts) = await Elsewhere();

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => new RestoreBackup(contexts, data).Run(In("damaged.zip")));

        Assert.DoesNotContain('\n', refused.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task A_folder_that_is_not_empty_is_refused_and_left_as_it_is()
    {
        await Backup("good.zip");
        var (data, contexts) = await Elsewhere();
        await File.WriteAllTextAsync(data.In("letter.txt"), "mine");

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => new RestoreBackup(contexts, data).Run(In("good.zip")));

        Assert.Contains("is not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal([data.In("letter.txt")], Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task Something_else_than_a_backup_is_refused_with_a_sentence()
    {
        await File.WriteAllTextAsync(In("letter.zip"), "This is a letter to the editor.");
        using (var other = ZipFile.Open(In("other.zip"), ZipArchiveMode.Create)) other.CreateEntry("photo.jpg");
        var (data, contexts) = await Elsewhere();

        foreach (var name in new[] { "letter.zip", "other.zip", "missing.zip" })
        {
            var refused = await Assert.ThrowsAsync<ArchiveException>(() => new RestoreBackup(contexts, data).Run(In(name)));
            Assert.DoesNotContain('\n', refused.Message);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Theory]
    [InlineData("\"schema\": \"", "\"schema\": \"29990101000000_Future", "newer program")]
    [InlineData("community-backup-1", "community-backup-9", "no backup that this program can read")]
    [InlineData("\"path\": \"database/", "\"path\": \"../../database/", "damaged")]
    public async Task A_newer_or_forged_one_is_refused_with_a_sentence(string old, string now, string sentence)
    {
        await Backup("changed.zip");
        using (var zip = ZipFile.Open(In("changed.zip"), ZipArchiveMode.Update))
        {
            var entry = zip.GetEntry(BackupManifest.Name)!;
            string text;
            using (var reader = new StreamReader(entry.Open())) text = await reader.ReadToEndAsync();
            Assert.Contains(old, text, StringComparison.Ordinal);
            entry.Delete();
            await using var writer = new StreamWriter(zip.CreateEntry(BackupManifest.Name).Open());
            await writer.WriteAsync(text.Replace(old, now, StringComparison.Ordinal));
        }

        var (data, contexts) = await Elsewhere();

        var refused = await Assert.ThrowsAsync<ArchiveException>(() => new RestoreBackup(contexts, data).Run(In("changed.zip")));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(data.Path));
    }

    [Fact]
    public async Task Nothing_starts_on_a_folder_whose_restore_was_interrupted()
    {
        var (data, contexts) = await Elsewhere();
        Directory.CreateDirectory(data.Restoring);

        var refused = await Assert.ThrowsAsync<DataFolderException>(() => new Migrator(contexts, data).Run());

        Assert.Contains("interrupted", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(data.Database));
    }

    MakeBackup Maker => new(village.Get<ContextFactory>(), village.Data, village.Clock);

    Task<BackupManifest> Backup(string name) => Maker.Run(In(name));

    string In(string name) => Path.Combine(folder.FullName, name);

    Task Keep(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(village.Data.In(name))!);
        return File.WriteAllTextAsync(village.Data.In(name), text);
    }

    async Task<(DataFolder, ContextFactory)> Elsewhere()
    {
        var data = new DataFolder(Directory.CreateTempSubdirectory("community-elsewhere").FullName);
        databases.Add(await TestDatabase.Make(isEmpty: true));
        if (databases[^1].Postgres is { } postgres) NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres));
        return (data, databases[^1].Contexts(data));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases) await database.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
