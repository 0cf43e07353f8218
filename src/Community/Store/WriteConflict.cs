using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Community.Store;

/// <summary>
/// PostgreSQL runs write transactions side by side. Where two meet (a deadlock, the same new row, a row that the other one removed), one is rolled back
/// whole and run again: it then sees what the other did and decides on that, as it would have done after waiting in SQLite's lane.
/// </summary>
static class WriteConflict
{
    public const int MostTries = 6;

    const int PauseMilliseconds = 5;

    public static bool Is(Exception? error) => error switch
    {
        null => false,
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.UniqueViolation } => true,
        _ => Is(error.InnerException),
    };

    /// <summary>Longer each time and never the same, so that the same two do not meet again.</summary>
    public static Task Pause(int tries, CancellationToken stop) => Task.Delay(Random.Shared.Next(PauseMilliseconds << tries), stop);
}
