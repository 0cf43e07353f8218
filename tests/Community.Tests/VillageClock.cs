namespace Community.Tests;

/// <summary>A clock that a test moves. It begins at a fixed moment and stands still.</summary>
public sealed class VillageClock : TimeProvider
{
    long ticks = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}
