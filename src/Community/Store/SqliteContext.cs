using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Community.Store;

/// <summary>SQLite, embedded. Write transactions begin one at a time, so no row or log lock is needed.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : CommunityContext(options)
{
    const int ReadOnly = 8;

    public override Task LockRow(string table, string keyColumn, object key, CancellationToken stop) => Task.CompletedTask;

    public override Task LockName(string name, CancellationToken stop) => Task.CompletedTask;

    public override async Task<bool> CouldWrite(CancellationToken stop)
    {
        try
        {
            Database.SetCommandTimeout(1);
            // Not longer than half a second, so that the answer is there within one.
            await Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=500; BEGIN IMMEDIATE; ROLLBACK;", stop);
            return true;
        }
        catch (SqliteException error) when (StoreBusyException.IsBusy(error) || error.SqliteErrorCode == ReadOnly)
        {
            return false;
        }
        finally
        {
            // The connection goes back to the pool with what it was told last.
            await Database.ExecuteSqlRawAsync("PRAGMA busy_timeout=5000", CancellationToken.None);
        }
    }

    protected override Task LockEventLog(CancellationToken stop) => Task.CompletedTask;
}
