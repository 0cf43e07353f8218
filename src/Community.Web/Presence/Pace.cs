namespace Community.Web.Presence;

/// <summary>How often a live line may say where it is: 40 times in 10 seconds.</summary>
sealed class Pace
{
    const int Most = 40;

    static readonly TimeSpan Within = TimeSpan.FromSeconds(10);

    readonly Lock door = new();
    long since;
    int count;

    public bool Try(TimeProvider clock)
    {
        lock (door)
        {
            if (count == 0 || clock.GetElapsedTime(since) >= Within) (since, count) = (clock.GetTimestamp(), 0);
            return ++count <= Most;
        }
    }
}
