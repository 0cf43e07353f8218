using Community.Transfer;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Transfer;

public sealed class StoppedImportTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task A_made_up_site_stopped_again_and_again_ends_as_in_one_run(int reportsBetween)
    {
        using var dump = new MadeUpDump();
        await Compare(dump.Folder, reportsBetween);
    }

    [Fact]
    public Task A_real_site_stopped_again_and_again_ends_as_in_one_run() => Compare(RealDumps.Folder("beer.meta"), 9);

    [Fact]
    public async Task Only_posts_and_users_are_needed()
    {
        using var dump = new MadeUpDump();
        foreach (var table in (string[])["Comments", "Votes", "Tags", "PostHistory", "PostLinks"]) dump.Remove(table);
        await using var fresh = await EmptyStore.Make();
        var import = new ImportStackExchange(fresh.Store, FixedClock.Instance);

        Assert.Equal(7, (await import.Run(dump.Folder, new ImportTarget("birds"), null, Stop)).Posts);

        dump.Remove("Users");
        await Assert.ThrowsAsync<RefusedException>(() => import.Run(dump.Folder, new ImportTarget("birds"), null, Stop));
    }

    [Fact]
    public async Task Others_write_while_an_import_runs()
    {
        using var dump = new MadeUpDump();
        dump.Write("Comments", [.. Enumerable.Range(1, 5_000).Select(i => MadeUpDump.Row(new { Id = i, PostId = 1, Score = 0, UserId = 1, Text = "comment " + i }))]);
        await using var fresh = await EmptyStore.Make();
        using var site = fresh.AnotherStore();
        var import = new ImportStackExchange(fresh.Store, FixedClock.Instance).Run(dump.Folder, new ImportTarget("birds"), null, Stop);

        var writes = 0;
        while (!import.IsCompleted)
        {
            await site.Write(db => db.Database.ExecuteSqlRawAsync("UPDATE \"Institution\" SET \"Name\" = \"Name\""), Stop);
            writes++;
            await Task.Delay(10, Stop);
        }

        Assert.Equal(5_000, (await import)["Comments"].Imported);
        Assert.True(writes > 10, $"only {writes} writes came through");
    }

    static async Task Compare(string folder, int reportsBetween)
    {
        await using var whole = await EmptyStore.Make();
        var once = await new ImportStackExchange(whole.Store, FixedClock.Instance).Run(folder, new ImportTarget("site"));
        await using var pieces = await EmptyStore.Make();
        long posts = 0;
        for (var allowed = reportsBetween; ; allowed += reportsBetween)
        {
            using var stop = new CancellationTokenSource();
            var report = await new ImportStackExchange(pieces.Store, FixedClock.Instance).Run(folder, new ImportTarget("site"), new StopAfter(allowed, stop), stop.Token);
            posts += report.Posts;
            if (!report.IsStopped) break;
            Assert.Contains("Run the same command again", report.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(once.Posts, posts);
        Assert.Equal((await Digest.Of(whole)).Split('\n'), (await Digest.Of(pieces)).Split('\n'));
    }

    sealed class StopAfter(int reports, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        int left = reports;

        public void Report(ImportProgress value)
        {
            if (--left == 0) stop.Cancel();
        }
    }
}
