using System.Diagnostics.Metrics;
using Community.Store;

namespace Community.Web.Running;

/// <summary>How long requests take, by route and class of status. Routes come from the program's own list, so that nobody outside can make up new ones.</summary>
static class RequestFigures
{
    static readonly Histogram<double> Duration = CommunityMeter.Meter.CreateHistogram("community.request.duration", "s", "How long requests took, by route and class of status; live lines are not among them.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10] });

    public static void Record(string method, string route, int status, TimeSpan took, bool isLine)
    {
        if (!isLine && Duration.Enabled) Duration.Record(took.TotalSeconds, new("method", method), new("route", route), new("status", $"{status / 100}xx"));
    }
}
