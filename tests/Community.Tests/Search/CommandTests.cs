using Community.Search;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Search;

public sealed class CommandTests
{
    [Fact]
    public async Task A_check_finds_what_was_taken_out_put_in_and_left_behind()
    {
        await using var village = await SearchVillage.Start(serving: false);
        var first = await village.Ask("First", "word");
        await village.Ask("Second", "word");
        Assert.Equal("documents 2, missing 0, extra 0, stale 0", (await village.Check()).ToString());

        await village.Stop();
        using (var directory = new NIOFSDirectory(village.Data.Index))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new CommunityAnalyzer())))
            writer.DeleteDocuments(new Term("key", $"p{first.Posts[0].Id}"));
        Assert.Equal("documents 1, missing 1, extra 0, stale 0", (await village.Check()).ToString());

        await village.Alter(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Topics" SET "Title" = 'Changed behind the log' WHERE "Title" = 'Second'"""));
        Assert.Equal("documents 1, missing 1, extra 0, stale 1", (await village.Check()).ToString());

        await village.Stop();
        await new RebuildIndex(village.Data, village.Consumer, village.Index, TimeProvider.System).Run(_ => { }, TestContext.Current.CancellationToken);
        Assert.True((await village.Check()).IsRight);
    }

    [Fact]
    public async Task A_check_beside_a_server_waits_until_its_index_has_read_the_log()
    {
        await using var village = await SearchVillage.Start();
        await using var beside = village.Beside();
        for (var i = 0; i < 5; i++) await village.Ask($"Topic {i}", "word");

        Assert.Equal("documents 5, missing 0, extra 0, stale 0", (await beside.Check()).ToString());
    }

    [Fact]
    public async Task A_rebuild_beside_a_server_is_carried_out_by_the_server()
    {
        await using var village = await SearchVillage.Start();
        await village.Ask("Topic", "word");
        await village.Within(5, "word", results => results.Total == 1);
        await using var beside = village.Beside();
        var seen = new List<IndexProgress>();

        await new RebuildIndex(beside.Data, beside.Consumer, beside.Index, TimeProvider.System).Run(seen.Add, TestContext.Current.CancellationToken);

        Assert.Equal(new IndexProgress(5, 5), seen[^1]);
        Assert.Null(IndexJob.In(village.Data));
        Assert.True((await beside.Check()).IsRight);
    }
}
