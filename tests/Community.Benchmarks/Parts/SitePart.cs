using System.Globalization;
using Community.Benchmarks.Making;
using Community.Benchmarks.Running;

namespace Community.Benchmarks.Parts;

/// <summary>Start, memory and pages of the published site, with the limit taking turns beside it.</summary>
sealed class SitePart(BenchmarkOptions options, GeneratedCommunity community, Programs programs, Table table) : IDisposable
{
    const double MegaByte = 1024 * 1024;

    static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public async Task Run(IReadOnlyCollection<string> parts, CancellationToken stop)
    {
        var cookie = await Cookies.Of(community);
        await using var site = Site();
        var ready = await site.Answers(client, options.SiteUrl + "/health/ready", stop);
        var first = await site.Answers(client, $"{options.SiteUrl}/threads/{community.ThreadId}", stop);
        if (parts.Contains("start"))
        {
            table.Add("start to /health/ready", Seconds(ready), atMost: "3 s", peer: "1.75 s");
            table.Add("start to the first page", Seconds(first), atMost: "3 s");
            await Task.Delay(Rest, stop);
            table.Add("memory at rest after the start", Mega(site.ResidentBytes), atMost: "300 MB", peer: "700 MB and 1.3 GB of Redis");
        }

        if (parts.Contains("pages") || parts.Contains("anonymous"))
        {
            await using var limit = new Server(programs.Limit, "limit", "--data", community.Data, "--url", options.LimitUrl);
            await limit.Answers(client, options.LimitUrl + "/list", stop);
            var turns = new Turns(options, client, site, limit, table);
            foreach (var page in MeasuredPage.SignedIn(community).Where(page => options.Page is null || page.Name.Contains(options.Page, StringComparison.Ordinal)))
            {
                if (parts.Contains("pages")) await turns.SignedIn(page, cookie, stop);
                if (parts.Contains("anonymous")) await turns.Anonymous(page, stop);
            }
        }

        if (!parts.Contains("start")) return;
        await Task.Delay(Rest, stop);
        table.Add("memory at rest after the load", Mega(site.ResidentBytes));
    }

    public void Dispose() => client.Dispose();

    Server Site() => new(programs.Site, "--data", community.Data, "--urls", options.SiteUrl);

    static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";

    static string Mega(long bytes) => (bytes / MegaByte).ToString("0", CultureInfo.InvariantCulture) + " MB";
}
