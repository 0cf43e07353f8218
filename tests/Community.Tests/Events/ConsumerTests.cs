using Community.Events;
using Community.Topics;
using Microsoft.EntityFrameworkCore;

namespace Community.Tests.Events;

public sealed class ConsumerTests : IAsyncLifetime
{
    readonly Village village = new();
    CountingConsumer consumer = null!;

    public async ValueTask InitializeAsync()
    {
        await village.InitializeAsync();
        consumer = new CountingConsumer(village, village.Colleague);
        await Drain();
        consumer.Given.Clear();
    }

    public ValueTask DisposeAsync() => village.DisposeAsync();

    [Fact]
    public async Task It_takes_every_event_once_and_in_order()
    {
        for (var i = 0; i < 3; i++) await village.Start(village.Writer);

        await Drain();
        await Drain();

        Assert.Equal(await village.Read(db => db.Events.OrderByDescending(e => e.Id).Take(3).Select(e => e.Id).Order().ToListAsync()), consumer.Given);
        Assert.Equal(3, await Effects());
        Assert.Equal(await village.Read(db => db.Events.MaxAsync(e => e.Id)), await Checkpoint());
    }

    [Fact]
    public async Task Reading_the_log_again_does_no_harm()
    {
        for (var i = 0; i < 3; i++) await village.Start(village.Writer);
        await Drain();

        await village.Store.Write(async db =>
        {
            (await db.Checkpoints.SingleAsync(c => c.Consumer == "counting")).MoveTo(0);
            await db.SaveChangesAsync();
        });
        await Drain();

        Assert.Equal(3, await Effects());
    }

    [Fact]
    public async Task An_end_between_effect_and_checkpoint_leaves_neither()
    {
        var before = await Checkpoint();
        await village.Start(village.Writer);
        await village.Start(village.Writer);
        var times = 0;
        consumer.Trouble = _ => { if (++times == 2) throw new OperationCanceledException("killed"); };

        await Assert.ThrowsAsync<OperationCanceledException>(Drain);
        Assert.Equal((0, before), (await Effects(), await Checkpoint()));

        consumer = new CountingConsumer(village, village.Colleague);
        await Drain();
        Assert.Equal(2, await Effects());
    }

    [Fact]
    public async Task An_event_that_fails_five_times_is_set_aside_with_its_error_and_the_others_are_done()
    {
        for (var i = 0; i < 5; i++) await village.Start(village.Writer);
        var poison = await village.Read(db => db.Events.OrderByDescending(e => e.Id).Skip(2).Select(e => e.Id).FirstAsync());
        consumer.Trouble = e => { if (e.Id == poison) throw new InvalidOperationException("I cannot swallow this."); };

        var failures = 0;
        while (await Pending())
        {
            Assert.True(failures < 20, "It never goes on.");
            try
            {
                await Drain();
            }
            catch (InvalidOperationException)
            {
                failures++;
            }
        }

        Assert.Equal(5, failures);
        Assert.Equal(4, await Effects());
        var aside = await village.Read(db => db.FailedEvents.SingleAsync());
        Assert.Equal(("counting", poison, "I cannot swallow this."), (aside.Consumer, aside.EventId, aside.Error));
    }

    [Fact]
    public async Task A_failure_that_passes_sets_nothing_aside()
    {
        await village.Start(village.Writer);
        var times = 0;
        consumer.Trouble = _ => { if (++times <= 4) throw new InvalidOperationException("not yet"); };

        for (var i = 0; i < 4; i++) await Assert.ThrowsAsync<InvalidOperationException>(Drain);
        await Drain();

        Assert.Equal((1, 0), (await Effects(), await village.Read(db => db.FailedEvents.CountAsync())));
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_no_fault_of_the_event()
    {
        await village.Start(village.Writer);
        consumer.Trouble = _ => throw new Microsoft.Data.Sqlite.SqliteException("database or disk is full", 13);

        for (var i = 0; i < 7; i++) await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(Drain);
        consumer.Trouble = null;
        await Drain();

        Assert.Equal((1, 0), (await Effects(), await village.Read(db => db.FailedEvents.CountAsync())));
    }

    [Fact]
    public async Task Two_nodes_on_one_database_do_everything_once()
    {
        for (var i = 0; i < 20; i++) await village.Start(village.Writer);
        var other = new CountingConsumer(village, village.Colleague, village.AnotherProgram());

        await Task.WhenAll(Task.Run(Drain), Task.Run(async () => { while (await other.Step(default)) { } }));

        Assert.Equal(20, consumer.Given.Count + other.Given.Count);
        Assert.Equal(20, await Effects());
    }

    async Task Drain()
    {
        while (await consumer.Step(default))
        {
        }
    }

    Task<int> Effects() => village.Read(db => db.Bookmarks.CountAsync(b => b.PersonId == village.Colleague && b.At == village.Clock.GetUtcNow().UtcDateTime));

    Task<long> Checkpoint() => village.Read(db => db.Checkpoints.Where(c => c.Consumer == "counting").Select(c => c.EventId).SingleAsync());

    async Task<bool> Pending() => await Checkpoint() < await village.Read(db => db.Events.MaxAsync(e => e.Id));
}
