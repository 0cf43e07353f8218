using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>PostgreSQL, for when one machine is not enough.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : CommunityContext(options)
{
    /// <summary>What a commit with events tells to every process that listens.</summary>
    internal const string Channel = "community_events";

    const long EventLogLock = 0x436F6D6D756E69;

    // Rows that refer to this one can be added meanwhile: FOR UPDATE would keep them waiting, and make deadlocks.
#pragma warning disable EF1002 // table and column are this program's own constants
    public override Task LockRow(string table, string keyColumn, object key, CancellationToken stop) =>
        Database.ExecuteSqlRawAsync($"""SELECT 1 FROM "{table}" WHERE "{keyColumn}" = @p0 FOR NO KEY UPDATE""", [key], stop);
#pragma warning restore EF1002

    public override async Task<bool> CouldWrite(CancellationToken stop) =>
        await Database.SqlQuery<string>($"SELECT current_setting('transaction_read_only') AS \"Value\"").SingleAsync(stop) == "off";

    public override Task LockName(string name, CancellationToken stop) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({name}, 0))", stop);

    // Ids are handed out before commit: a reader could step over a late one without this.
    protected override Task LockEventLog(CancellationToken stop) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({EventLogLock}), pg_notify({Channel}, '')", stop);

    /// <summary>Order by code points as on SQLite, whatever the server's language: both stores list and page alike, and a prefix search finds the index.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }
}
