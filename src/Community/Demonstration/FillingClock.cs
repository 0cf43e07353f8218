namespace Community.Demonstration;

/// <summary>The clock while the library is filled: it stands where the story is, and jumps to the next thing that happens.</summary>
public sealed class FillingClock : TimeProvider
{
    DateTimeOffset now = System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTime at) => now = new DateTimeOffset(at, TimeSpan.Zero);
}
