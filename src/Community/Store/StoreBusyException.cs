using Microsoft.Data.Sqlite;

namespace Community.Store;

/// <summary>The database is held by somebody else; the web answers 503 with Retry-After.</summary>
public sealed class StoreBusyException(Exception? cause) : Exception("The database is busy; try again in a few seconds.", cause)
{
    const int Busy = 5;
    const int Locked = 6;

    public static bool IsBusy(Exception? error) => error switch
    {
        null => false,
        SqliteException { SqliteErrorCode: Busy or Locked } => true,
        _ => IsBusy(error.InnerException),
    };
}
