using Microsoft.Data.Sqlite;
using Npgsql;

namespace Community.Store;

/// <summary>The database is held by somebody else, or cannot be reached; the web answers 503 with Retry-After.</summary>
public sealed class StoreBusyException(Exception? cause) : Exception("The database is busy; try again in a few seconds.", cause)
{
    const int Busy = 5;
    const int Locked = 6;

    public static bool IsBusy(Exception? error) => error switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Busy or Locked } or NpgsqlException { IsTransient: true } => true,
        _ => IsBusy(error.InnerException),
    };
}
