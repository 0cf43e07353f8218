using System.Diagnostics;
using Community.Store;
using Community.Topics;
using Microsoft.Data.Sqlite;

namespace Community.Tests.Store;

[Trait("Store", "Sqlite")]
public sealed class BusyTests(Village village) : IClassFixture<Village>
{
    static readonly TimeSpan NotAtOnce = TimeSpan.FromSeconds(4), NotLonger = TimeSpan.FromSeconds(7);

    [Fact]
    public async Task While_another_process_holds_the_database_reads_go_on_and_every_write_is_refused_within_five_seconds()
    {
        var topic = await village.Start(village.Writer);
        await using var other = new SqliteConnection(village.Data.ConnectionString);
        await other.OpenAsync();
        await Execute(other, "BEGIN EXCLUSIVE");
        var watch = Stopwatch.StartNew();

        var writes = Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(i));
            var began = watch.Elapsed;
            await Assert.ThrowsAsync<StoreBusyException>(() => village.Add(village.Member, topic, Part.Reply));
            return watch.Elapsed - began;
        })).ToList();
        var slowest = TimeSpan.Zero;
        while (writes.Exists(write => !write.IsCompleted))
        {
            var before = watch.Elapsed;
            Assert.Equal(0, (await village.Topic(topic)).ReplyCount);
            slowest = watch.Elapsed - before > slowest ? watch.Elapsed - before : slowest;
            await Task.Delay(20);
        }

        Assert.InRange(await writes[0], NotAtOnce, NotLonger);
        foreach (var write in writes) Assert.InRange(await write, TimeSpan.Zero, NotLonger);
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await Execute(other, "ROLLBACK");
        await village.Add(village.Member, topic, Part.Reply);
        Assert.Equal(1, (await village.Topic(topic)).ReplyCount);
    }

    static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
