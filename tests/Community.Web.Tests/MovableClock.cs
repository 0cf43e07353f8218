namespace Community.Web.Tests;

/// <summary>The machine's clock, which a test can put forward.</summary>
public sealed class MovableClock : TimeProvider
{
    TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Forward(TimeSpan by) => ahead += by;
}
