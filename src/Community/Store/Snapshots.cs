using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Community.Store;

/// <summary>Long reads that see one moment.</summary>
public static class Snapshots
{
    extension(CommunityContext db)
    {
        /// <summary>Until it is disposed everything read here is as at its first read. It holds up no writer.</summary>
        public async Task<IDbContextTransaction> BeginSnapshot(CancellationToken stop = default)
        {
            if (db is PostgresContext) return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, stop);

            // EF's own would begin as a writer does, and keep all of them waiting.
            await db.Database.OpenConnectionAsync(stop);
            var deferred = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(IsolationLevel.Serializable, deferred: true);
            return (await db.Database.UseTransactionAsync(deferred, stop))!;
        }
    }
}
