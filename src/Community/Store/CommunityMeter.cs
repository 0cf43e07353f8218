using System.Diagnostics.Metrics;

namespace Community.Store;

/// <summary>The figures that this program counts about itself. They cost next to nothing while nobody listens.</summary>
public static class CommunityMeter
{
    public const string Name = "Community";

    public static Meter Meter { get; } = new(Name);

    /// <summary>Seconds that a write waited for its turn.</summary>
    internal static readonly Histogram<double> LaneWait = Lane("community.write.wait", "How long writes waited for the one write lane.");

    /// <summary>Seconds that a write held up the next.</summary>
    internal static readonly Histogram<double> LaneHold = Lane("community.write.hold", "How long writes held the one write lane.");

    static Histogram<double> Lane(string name, string meaning) =>
        Meter.CreateHistogram(name, "s", meaning, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5] });
}
