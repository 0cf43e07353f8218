using Community.Events;
using Community.Governance;
using Community.People;
using Community.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Community.Tests.Store;

/// <summary>What only PostgreSQL does.</summary>
[Trait("Store", "Postgres")]
public sealed class PostgresTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-postgres");

    [Fact]
    public async Task Nodes_that_start_at_the_same_moment_on_an_empty_database_all_succeed()
    {
        await using var database = await TestDatabase.MakePostgres(isEmpty: true);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => new Migrator(database.Contexts(Data), Data).Run())));

        await using var db = database.Contexts(Data).Create();
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_one_sentence()
    {
        var refused = await Assert.ThrowsAsync<DataFolderException>(() => new Migrator(new ContextFactory(Data, "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=2"), Data).Run());

        Assert.StartsWith("PostgreSQL cannot be used: ", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_commit_elsewhere_wakes_this_process_at_once_also_after_its_connection_was_cut()
    {
        await using var database = await TestDatabase.MakePostgres();
        var signal = new EventSignal();
        using var listener = new PostgresListener(database.Contexts(Data), signal, new Whispers(database.Contexts(Data)), NullLogger<PostgresListener>.Instance);
        var listening = signal.Next();
        await listener.StartAsync(default);
        await listening.WaitAsync(TimeSpan.FromSeconds(10));

        var woken = signal.Next();
        await Tell(database);
        await woken.WaitAsync(TimeSpan.FromSeconds(2));

        var again = signal.Next();
        await using (var connection = new NpgsqlConnection(database.Postgres))
        {
            await connection.OpenAsync();
            await using var cut = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()", connection);
            await cut.ExecuteNonQueryAsync();
        }

        await again.WaitAsync(TimeSpan.FromSeconds(10));
        woken = signal.Next();
        await Tell(database);
        await woken.WaitAsync(TimeSpan.FromSeconds(2));
        await listener.StopAsync(default);
    }

    [Fact]
    public async Task Who_waits_for_a_row_that_is_held_is_told_after_five_seconds()
    {
        await using var database = await TestDatabase.MakePostgres();
        using var store = new CommunityStore(database.Contexts(Data), new EventSignal());
        var held = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var slow = store.Write(async db =>
        {
            await db.LockName("held", default);
            held.SetResult();
            await end.Task;
        });
        await held.Task;

        await Assert.ThrowsAsync<StoreBusyException>(() => store.Write(db => db.LockName("held", default))).WaitAsync(TimeSpan.FromSeconds(8));

        end.SetResult();
        await slow;
    }

    [Fact]
    public async Task Names_stand_in_the_same_order_as_on_SQLite()
    {
        await using var database = await TestDatabase.MakePostgres();
        await using var db = database.Contexts(Data).Create();
        string[] names = ["a b", "a-b", "ab", "B", "b", "é", "z", "_", "Z"];
        db.People.AddRange(names.Select(name => new Person(name, Role.Member, DateTime.UtcNow)));
        await db.SaveChangesAsync();

        Assert.Equal(names.Order(StringComparer.Ordinal), await db.People.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync());
    }

    DataFolder Data => new(folder.FullName);

    async Task Tell(TestDatabase database)
    {
        using var elsewhere = new CommunityStore(database.Contexts(Data), new EventSignal());
        await elsewhere.Write(async db =>
        {
            db.Add(new Person("Elsa Elsewhere", Role.Member, DateTime.UtcNow));
            await db.SaveChangesAsync();
        });
    }

    public void Dispose() => folder.Delete(recursive: true);
}
