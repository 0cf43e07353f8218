using System.Globalization;
using System.Text;
using Community.Benchmarks.Running;

namespace Community.Benchmarks.Parts;

/// <summary>A page and its limit in turns, in the same minutes: what else the machine does then hits both.</summary>
sealed class Turns(BenchmarkOptions options, HttpClient client, Server site, Server limit, Table table)
{
    const int WarmUpSeconds = 2;
    const int LeastCached = 2;
    const int LeastMade = 12;
    const int MostWarmUps = 20;
    const double MuchBetter = 0.93;
    const double MostSignedIn = 3;
    const double MostAnonymous = 2;

    public async Task SignedIn(MeasuredPage page, string cookie, CancellationToken stop)
    {
        var here = await Final(options.SiteUrl + page.Site, cookie, stop);
        if (!(await Text(here, cookie, stop)).Contains("data-person=", StringComparison.Ordinal)) throw new InvalidOperationException("The site does not take the reader's cookie: " + here);

        var rows = await Count(options.LimitUrl + page.Limit, stop);
        var bare = await Bytes(options.LimitUrl + page.Limit, null, stop);
        var pad = Math.Max(0, (await Bytes(here, cookie, stop) - bare) / Math.Max(1, rows));
        await Compare(page.Name + ", signed in", here, cookie, $"{options.LimitUrl}{page.Limit}&pad={pad}", MostSignedIn, page.Peer, stop);
    }

    public async Task Anonymous(MeasuredPage page, CancellationToken stop)
    {
        var here = await Final(options.SiteUrl + page.Site, null, stop);
        await Compare(page.Name + ", without an account", here, null, $"{options.LimitUrl}/static?bytes={await Bytes(here, null, stop)}", MostAnonymous, "", stop);
    }

    async Task Compare(string name, string here, string? cookie, string there, double most, string peer, CancellationToken stop)
    {
        var least = cookie is null ? LeastCached : LeastMade;
        await WarmUp(site, here, cookie, least, stop);
        await WarmUp(limit, there, null, least, stop);
        var (ours, bare) = (new List<(Load Load, double Ms)>(), new List<(Load Load, double Ms)>());
        for (var round = 0; round < options.Rounds; round++)
        {
            ours.Add(await Measure(site, here, cookie, options.Seconds, stop));
            bare.Add(await Measure(limit, there, null, options.Seconds, stop));
        }

        var (mine, theirs) = (Middle(ours), Middle(bare));
        table.Add(name, Ms(mine.Ms), Ms(theirs.Ms), (mine.Ms / theirs.Ms).ToString("0.00", CultureInfo.InvariantCulture), most.ToString("0.0", CultureInfo.InvariantCulture),
            mine.Load.PerSecond.ToString("0", CultureInfo.InvariantCulture), Ms(mine.Load.P50.TotalMilliseconds), Ms(mine.Load.P99.TotalMilliseconds), peer);
    }

    /// <summary>
    /// Until requests do not get cheaper any more twice in a row: then the hot paths are compiled for good. While they are watched for that, which takes 20 seconds of
    /// a search, they cost five times as much.
    /// </summary>
    static async Task WarmUp(Server server, string address, string? cookie, int least, CancellationToken stop)
    {
        var (best, stayed) = (double.MaxValue, 0);
        for (var turn = 0; turn < MostWarmUps && (turn < least || stayed < 2); turn++)
        {
            var ms = (await Measure(server, address, cookie, WarmUpSeconds, stop)).Ms;
            stayed = ms < best * MuchBetter ? 0 : stayed + 1;
            best = Math.Min(best, ms);
        }
    }

    static async Task<(Load Load, double Ms)> Measure(Server server, string address, string? cookie, int seconds, CancellationToken stop)
    {
        var before = server.ProcessorTime;
        var load = await Wrk.Run(address, cookie, seconds, stop);
        return (load, (server.ProcessorTime - before).TotalMilliseconds / load.Requests);
    }

    static (Load Load, double Ms) Middle(List<(Load Load, double Ms)> rounds) => rounds.OrderBy(round => round.Ms).ElementAt((rounds.Count - 1) / 2);

    /// <summary>The address that a page has in the end: titles stand in addresses.</summary>
    async Task<string> Final(string address, string? cookie, CancellationToken stop)
    {
        using var answer = await Get(address, cookie, stop);
        return answer.RequestMessage!.RequestUri!.AbsoluteUri;
    }

    async Task<int> Bytes(string address, string? cookie, CancellationToken stop) => Encoding.UTF8.GetByteCount(await Text(address, cookie, stop));

    async Task<int> Count(string address, CancellationToken stop) => (await Text(address, null, stop)).Split("<article").Length - 1;

    async Task<string> Text(string address, string? cookie, CancellationToken stop)
    {
        using var answer = await Get(address, cookie, stop);
        return await answer.Content.ReadAsStringAsync(stop);
    }

    async Task<HttpResponseMessage> Get(string address, string? cookie, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        var answer = await client.SendAsync(request, stop);
        return answer.EnsureSuccessStatusCode();
    }

    static string Ms(double ms) => ms.ToString(ms < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " ms";
}
