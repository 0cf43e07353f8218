using System.Diagnostics.Metrics;
using Community.Store;
using Community.Web.Live;

namespace Community.Web.Running;

/// <summary>What is read off the parts when somebody looks, rather than counted as it happens.</summary>
sealed class Figures
{
    readonly Readiness readiness;

    public Figures(IMeterFactory meters, Readiness readiness, LiveFeed live)
    {
        this.readiness = readiness;
        var meter = meters.Create(CommunityMeter.Name);
        meter.CreateObservableGauge("community.live.connections", () => (long)live.Count, description: "Browsers that are told what changes.");
        meter.CreateObservableGauge("community.index.documents", () => Of("index", IndexHealth.Documents), description: "Posts and people that can be found.");
        meter.CreateObservableGauge("community.index.pending", () => Of("index", IndexHealth.Pending), description: "Events that search has not read.");
        meter.CreateObservableGauge("community.events.lag", () => By(ConsumersHealth.Lag), description: "Events that a consumer has not read.");
        meter.CreateObservableGauge("community.events.set_aside", () => By(ConsumersHealth.SetAside), description: "Events that a consumer could not read.");
        meter.CreateObservableGauge("community.mail.waiting", () => Of("mail", MailHealth.Waiting), description: "Mails that are still to be sent.");
        meter.CreateObservableGauge("community.mail.failing", () => Of("mail", MailHealth.Failing), description: "Mails that were refused at the last try.");
        meter.CreateObservableGauge("community.disk.free", () => Of("disk", DiskHealth.FreeBytes), "By", "Free space in the data folder.");
        meter.CreateObservableGauge("community.part.ready", Parts, description: "1 for a part that is ready, 0.5 for one that is behind, 0 for one that is not ready.");
    }

    public Task Refresh() => readiness.Look();

    IEnumerable<Measurement<long>> Of(string part, string figure) => Data(part).Where(entry => entry.Key == figure).Select(entry => new Measurement<long>((long)entry.Value));

    IEnumerable<Measurement<long>> By(string prefix) => Data("consumers").Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(entry => new Measurement<long>((long)entry.Value, new KeyValuePair<string, object?>("consumer", entry.Key[prefix.Length..])));

    IEnumerable<Measurement<double>> Parts() => readiness.Last?.Entries.Select(part => new Measurement<double>((int)part.Value.Status / 2.0, new KeyValuePair<string, object?>("part", part.Key))) ?? [];

    IReadOnlyDictionary<string, object> Data(string part) => readiness.Last?.Entries.TryGetValue(part, out var found) == true ? found.Data : new Dictionary<string, object>();
}
