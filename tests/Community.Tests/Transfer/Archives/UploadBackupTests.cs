using System.Security.Cryptography;
using Community.Files;
using Community.People;
using Community.Store;
using Community.Tests.Files;
using Community.Topics;
using Community.Transfer.Archives;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Community.Tests.Transfer.Archives;

/// <summary>What people uploaded, in a backup.</summary>
public sealed class UploadBackupTests(Village village) : IClassFixture<Village>, IAsyncDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-uploads");
    readonly List<TestDatabase> databases = [];

    [Fact]
    public async Task Each_file_of_each_row_is_in_a_backup_taken_while_people_upload()
    {
        await village.Verb<ChooseFace>().Run(village.Member, new MemoryStream(MadeUpPictures.Png()));
        using var end = new CancellationTokenSource();
        var (stored, waiting) = (0, Path.Combine(village.Data.Uploads, "waiting", "half"));
        var people = new[] { village.Member, village.Writer, village.Steward }.Select(person => Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                await village.Verb<StoreAttachment>().Run(person, $"{i}.txt", new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{person} {i}")));
                Interlocked.Increment(ref stored);
            }
        })).ToList();
        while (stored < 10) await Task.Delay(10);
        await File.WriteAllTextAsync(waiting, "half a picture");

        var (before, backup) = (stored, Path.Combine(folder.FullName, "load.zip"));
        await new MakeBackup(village.Get<ContextFactory>(), village.Data, village.Clock).Run(backup);
        await end.CancelAsync();
        await Task.WhenAll(people);
        var (data, contexts) = await Elsewhere();
        await new RestoreBackup(contexts, data).Run(backup);

        await using var db = contexts.Create();
        var hashes = await db.Attachments.Select(a => a.Hash).ToListAsync();
        Assert.InRange(hashes.Count, before, stored);
        hashes.AddRange(await db.Set<Face>().Select(f => f.Hash).ToListAsync());
        var files = new FileStore(data);
        foreach (var hash in hashes) Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(files.PathOf(hash)))));
        Assert.False(Directory.Exists(Path.Combine(data.Uploads, "waiting")));
    }

    async Task<(DataFolder, ContextFactory)> Elsewhere()
    {
        var data = new DataFolder(folder.CreateSubdirectory("elsewhere").FullName);
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
