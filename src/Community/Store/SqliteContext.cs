using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>SQLite, embedded. Write transactions begin one at a time, so no row or log lock is needed.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : CommunityContext(options)
{
    public override Task LockRow(string table, string keyColumn, object key, CancellationToken stop) => Task.CompletedTask;

    public override Task LockName(string name, CancellationToken stop) => Task.CompletedTask;

    protected override Task LockEventLog(CancellationToken stop) => Task.CompletedTask;
}
