using Community.Store;
using Npgsql;

namespace Community.Tests;

/// <summary>
/// Where a test's rows lie: SQLite in its data folder or, where <c>COMMUNITY_TEST_POSTGRES</c> holds the connection string of a server, a PostgreSQL database of
/// its own. The one place that knows which; every test of a database runs on both, but for the classes marked <c>[Trait("Store", …)]</c>.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    public const string ServerVariable = "COMMUNITY_TEST_POSTGRES";

    static readonly string? Server = Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server ? server : null;

    /// <summary>Migrated once a program: copying it takes a moment, migrating some seconds.</summary>
    static readonly Lazy<Task<string>> Template = new(MakeTemplate);

    TestDatabase(string? name) => Postgres = name is null ? null : Named(name);

    public static bool IsPostgres => Server is not null;

    /// <summary>The connection string; null for SQLite.</summary>
    public string? Postgres { get; }

    /// <param name="isEmpty">Without a schema, as on the first start.</param>
    public static async Task<TestDatabase> Make(bool isEmpty = false) => IsPostgres ? await MakePostgres(isEmpty) : new TestDatabase(null);

    /// <summary>On PostgreSQL in any case; the test is skipped where there is no server.</summary>
    public static async Task<TestDatabase> MakePostgres(bool isEmpty = false)
    {
        Assert.SkipUnless(IsPostgres, $"PostgreSQL is not here: {ServerVariable} names no server. tests/run starts one.");
        var name = $"community_{Guid.NewGuid():N}";
        await OnServer($"CREATE DATABASE {name}" + (isEmpty ? "" : $" TEMPLATE {await Template.Value}"));
        return new TestDatabase(name);
    }

    public ContextFactory Contexts(DataFolder data, TimeProvider? clock = null) => new(data, Postgres, clock);

    public async ValueTask DisposeAsync()
    {
        if (Postgres is not null) await Drop(Postgres);
    }

    static async Task<string> MakeTemplate()
    {
        var name = $"community_template_{Environment.ProcessId}_{Guid.NewGuid():N}";
        var folder = Directory.CreateTempSubdirectory("community-template");
        var data = new DataFolder(folder.FullName);
        await new Migrator(new ContextFactory(data, Named(name)), data).Run();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(Named(name)));
        folder.Delete(recursive: true);
        return name;
    }

    static Task Drop(string postgres)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(postgres));
        return OnServer($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(postgres).Database} WITH (FORCE)");
    }

    static string Named(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 40 }.ToString();

    static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
