using System.Diagnostics;
using Community.Store;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Store;

[Trait("Store", "Sqlite")]
public sealed class LaneTests(Village village) : IClassFixture<Village>
{
    [Fact]
    public async Task A_write_that_takes_too_long_keeps_others_waiting_for_five_seconds_at_most()
    {
        var topic = await village.Start(village.Writer);
        var isIn = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var slow = village.Store.Write(async _ =>
        {
            isIn.SetResult();
            await end.Task;
        });
        await isIn.Task;
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAsync<StoreBusyException>(() => village.Add(village.Member, topic, Part.Reply));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(7));
        end.SetResult();
        await slow;
        await village.Add(village.Member, topic, Part.Reply);
    }

    [Fact]
    public async Task Who_stops_waiting_leaves_the_lane_free()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => village.Store.Write(_ => Task.CompletedTask, stop.Token));

        await village.Start(village.Writer);
    }

    [Fact]
    public async Task What_is_acknowledged_survives_a_power_cut_by_the_pragmas()
    {
        await using var db = village.Context();
        await db.Database.OpenConnectionAsync();

        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync());
        Assert.Equal(2, await db.Database.SqlQueryRaw<int>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync());
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());
    }
}
