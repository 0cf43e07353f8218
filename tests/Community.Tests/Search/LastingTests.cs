using Community.Search;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Directory = System.IO.Directory;
using NIOFSDirectory = Lucene.Net.Store.NIOFSDirectory;

namespace Community.Tests.Search;

public sealed class LastingTests
{
    [Fact]
    public async Task The_checkpoint_is_in_the_commit_and_a_kill_reads_the_log_again()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.Ask("First", "kept");
        await village.CatchUp();
        await village.Ask("Second", "lost");
        await village.Consumer.Step(TestContext.Current.CancellationToken);
        Assert.Equal(1, (await village.Search("lost")).Total);

        await using var restarted = await village.Killed();
        await restarted.Ask("Third", "later");
        await restarted.CatchUp();

        foreach (var word in new[] { "kept", "lost", "later" }) Assert.Equal(1, (await restarted.Search(word)).Total);
        Assert.Equal("documents 3, missing 0, extra 0, stale 0", (await restarted.Check()).ToString());
    }

    [Fact]
    public async Task Changes_are_on_disk_within_two_seconds()
    {
        await using var village = await SearchVillage.Start();
        await village.Ask("First", "word");
        await village.Within(5, "word", results => results.Total == 1);
        await Task.Delay(2_000, TestContext.Current.CancellationToken);

        await using var beside = village.Beside();
        Assert.False(await beside.Consumer.Step(TestContext.Current.CancellationToken));
        Assert.Equal(1, (await beside.Search("word")).Total);
    }

    [Fact]
    public async Task A_deleted_folder_is_rebuilt_while_serving()
    {
        await using var village = await SearchVillage.Start();
        await village.Ask("First", "word");
        await village.Within(5, "word", results => results.Total == 1);
        await Task.Delay(1_500, TestContext.Current.CancellationToken);

        DeleteWhileItIsWritten(village.Data.Index);
        await village.Ask("Second", "word");
        await village.Within(5, "word", results => results.Total == 2);
        await Task.Delay(1_500, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(village.Data.Index, "segments.gen")) || Directory.GetFiles(village.Data.Index, "segments_*").Length > 0);
        Assert.True((await village.Check()).IsRight);
    }

    static void DeleteWhileItIsWritten(string folder)
    {
        for (var tries = 0; Directory.Exists(folder) && tries < 20; tries++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // The writer takes files away at the same time.
            }
        }
    }

    [Theory]
    [InlineData("flipped"), InlineData("truncated"), InlineData("garbage"), InlineData("a file gone"), InlineData("a file instead"), InlineData("deleted"), InlineData("segments garbage")]
    public async Task A_damaged_index_is_set_aside_and_rebuilt_at_start(string damage)
    {
        await using var village = await Filled();
        await village.Stop();
        Damage(village.Data.Index, damage);

        await village.Serve();
        if (damage is not "deleted") await Until(() => Task.FromResult(Directory.GetFileSystemEntries(village.Data.Path, "index.damaged-*").Length == 1));
        await village.Within(10, "word", results => results.Total == 40 && results.CatchingUp is null);
        Assert.True((await village.Check()).IsRight);
    }

    [Theory]
    [InlineData("truncated"), InlineData("garbage"), InlineData("a file gone")]
    public async Task A_damaged_index_is_set_aside_and_rebuilt_while_serving(string damage)
    {
        await using var village = await Filled();
        await village.Serve();
        await village.Within(5, "word", results => results.Total == 40);
        Damage(village.Data.Index, damage);

        await village.Ask("New", "word");
        await village.Within(10, "word", results => results.Total == 41 && results.CatchingUp is null);
        await Until(() => Task.FromResult(Directory.GetDirectories(village.Data.Path, "index.damaged-*").Length == 1));
        Assert.True((await village.Check()).IsRight);
    }

    [Fact]
    public async Task A_flipped_byte_is_found_by_inspection()
    {
        await using var village = await Filled();
        await village.CatchUp();
        Damage(village.Data.Index, "flipped");

        await village.Index.Inspect();
        await village.CatchUp();

        Assert.Single(Directory.GetDirectories(village.Data.Path, "index.damaged-*"));
        Assert.Equal(40, (await village.Search("word")).Total);
    }

    [Fact]
    public async Task An_index_of_another_version_is_rebuilt()
    {
        await using var village = await Filled();
        await village.Stop();
        using (var directory = new NIOFSDirectory(village.Data.Index))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new CommunityAnalyzer())))
        {
            writer.DeleteAll();
            writer.SetCommitData(new Dictionary<string, string> { ["version"] = "0", ["checkpoint"] = "999999" });
        }

        await village.CatchUp();
        Assert.Equal(40, (await village.Search("word")).Total);
    }

    [Fact]
    public async Task Nobody_else_can_write_the_index_of_a_server()
    {
        await using var village = await SearchVillage.Start(serving: false);
        await village.CatchUp();
        await using var beside = village.Beside();

        Assert.False(await beside.Consumer.BringUp(TestContext.Current.CancellationToken));
        Assert.Null(IndexLock.TryTake(village.Data));
        await village.Stop();
        Assert.True(await beside.Consumer.BringUp(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Before_there_is_an_index_a_search_says_so()
    {
        await using var village = await SearchVillage.Start(serving: false);
        Assert.True((await village.Search("word")).IsUnavailable);
    }

    static async Task<SearchVillage> Filled()
    {
        var village = await SearchVillage.Start(serving: false);
        for (var i = 0; i < 40; i++) await village.Ask($"Topic {i}", $"word {Guid.NewGuid()}");
        await village.CatchUp();
        return village;
    }

    static void Damage(string folder, string how)
    {
        var largest = new DirectoryInfo(folder).GetFiles().Where(file => !file.Name.StartsWith("segments", StringComparison.Ordinal)).MaxBy(file => file.Length)!.FullName;
        var bytes = File.ReadAllBytes(largest);
        switch (how)
        {
            case "flipped":
                bytes[bytes.Length / 2] ^= 0x40;
                using (var file = new FileStream(largest, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) file.Write(bytes);
                break;
            case "truncated":
                using (var file = new FileStream(largest, FileMode.Open, FileAccess.Write, FileShare.ReadWrite)) file.SetLength(bytes.Length / 3);
                break;
            case "garbage":
                foreach (var file in Directory.GetFiles(folder)) File.WriteAllText(file, "This is not an index.");
                break;
            case "segments garbage":
                foreach (var file in Directory.GetFiles(folder, "segments*")) File.WriteAllText(file, "This is not an index.");
                break;
            case "a file gone":
                File.Delete(largest);
                break;
            case "a file instead":
                Directory.Delete(folder, recursive: true);
                File.WriteAllText(folder, "This is not a folder.");
                break;
            case "deleted":
                Directory.Delete(folder, recursive: true);
                break;
        }
    }

    static async Task Until(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 100 && !await isSo(); i++) await Task.Delay(50);
        Assert.True(await isSo());
    }
}
