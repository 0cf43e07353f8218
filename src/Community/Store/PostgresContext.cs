using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>PostgreSQL, for when one machine is not enough.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : CommunityContext(options)
{
    const long EventLogLock = 0x436F6D6D756E69;

#pragma warning disable EF1002 // table and column are this program's own constants
    public override Task LockRow(string table, string keyColumn, object key, CancellationToken stop) =>
        Database.ExecuteSqlRawAsync($"""SELECT 1 FROM "{table}" WHERE "{keyColumn}" = @p0 FOR UPDATE""", [key], stop);
#pragma warning restore EF1002

    public override async Task<bool> CouldWrite(CancellationToken stop) =>
        await Database.SqlQuery<string>($"SELECT current_setting('transaction_read_only') AS \"Value\"").SingleAsync(stop) == "off";

    // Ids are handed out before commit: a reader could step over a late one without this.
    protected override Task LockEventLog(CancellationToken stop) =>
        Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({EventLogLock})", stop);
}
