namespace Community.Tests.Transfer;

/// <summary>It is always the same moment, so that two runs give the same rows.</summary>
public sealed class FixedClock : TimeProvider
{
    public static FixedClock Instance { get; } = new();

    public override DateTimeOffset GetUtcNow() => new(2024, 5, 5, 12, 0, 0, TimeSpan.Zero);
}
