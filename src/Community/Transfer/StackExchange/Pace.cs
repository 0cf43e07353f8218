namespace Community.Transfer.StackExchange;

/// <summary>How much goes into one transaction, so that it stays well under 100 ms, and how long the others get before the next: a serving site shares the database.</summary>
sealed class Pace(TimeProvider clock)
{
    public const int MostRows = 250;
    public const int MostBytes = 1_000_000;

    static readonly TimeSpan TooLong = TimeSpan.FromMilliseconds(60);
    static readonly TimeSpan Short = TimeSpan.FromMilliseconds(25);
    static readonly TimeSpan LeastPause = TimeSpan.FromMilliseconds(4);

    /// <summary>Rows for the next transaction.</summary>
    public int Rows { get; private set; } = 25;

    public async Task Measure(Func<Task> transaction, int rows)
    {
        var begun = clock.GetTimestamp();
        await transaction();
        var took = clock.GetElapsedTime(begun);
        if (took > TooLong) Rows = Math.Max(1, Rows / 2);
        else if (took < Short && rows >= Rows) Rows = Math.Min(MostRows, Rows * 5 / 4 + 1);

        // Those who wait for the database look again at growing intervals: a gap that is too short passes them by.
        await Task.Delay(took / 3 > LeastPause ? took / 3 : LeastPause);
    }
}
