using System.Diagnostics;
using System.Globalization;
using Community.Benchmarks.Making;
using Community.Benchmarks.Running;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Store;
using Community.Topics;
using Community.Web;
using Community.Web.Frame;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Benchmarks.Checking;

/// <summary>What the gate costs a list page with 200 spaces, every fourth for its members only, and 5,000 people: who the reader is and what that one reads, and the same query of the list with the gate and without, beside the whole page, in turns of one run.</summary>
sealed class GatePart(BenchmarkOptions options, GeneratedCommunity community, Table table)
{
    const int Spaces = 200;
    const int People = 5_000;
    const int Rounds = 12;
    const int Times = 100;
    const int RowsAPage = 31;

    public async Task Run(CancellationToken stop)
    {
        await using (var services = GeneratedCommunity.Services(community.Data)) await Fill(services, stop);
        var cookie = await Cookies.Of(community);
        Environment.SetEnvironmentVariable("Community__Log__Level", "Warning");
        foreach (var limit in Limits.All) Environment.SetEnvironmentVariable(limit.Setting.Replace(":", "__", StringComparison.Ordinal), "1000000");
        await using var site = Site.Build(new DataFolder(community.Data), [options.SiteUrl]);
        await site.StartAsync(stop);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(options.SiteUrl) };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        var (store, known) = (site.Services.GetRequiredService<CommunityStore>(), site.Services.GetRequiredService<KnownCommunity>());

        var (page, gated, bare, viewer) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = -2; round < Rounds; round++)
        {
            var all = new[]
            {
                await Spent(async () => { using var answer = await client.GetAsync(new Uri("/questions", UriKind.Relative), stop); answer.EnsureSuccessStatusCode(); await answer.Content.ReadAsByteArrayAsync(stop); }),
                await Spent(async () => await known.Viewer(community.ReaderId)),
                await Spent(async () => { var reader = await known.Viewer(community.ReaderId); await store.Read(db => List(db.Topics.ListedFor(reader), stop)); }),
                await Spent(() => store.Read(db => List(db.Topics, stop))),
            };
            if (round >= 0) foreach (var (list, figure) in new[] { page, viewer, gated, bare }.Zip(all)) list.Add(figure);
        }

        await site.StopAsync(stop);
        var cost = Middle(gated) - Middle(bare);
        table.Row($"the gate of a list page, {Spaces} spaces and {People:N0} people, processor time (the reader alone {Ms(Middle(viewer))}, the query with {Ms(Middle(gated))} and without {Ms(Middle(bare))})", Ms(cost), $"{Ms(Middle(page))} the page", (100 * cost / Middle(page)).ToString("0.0", CultureInfo.InvariantCulture) + " %", "10 %");
    }

    static async Task<int> List(IQueryable<Topic> topics, CancellationToken stop) =>
        (await topics.AsNoTracking().Where(t => t.Kind == TopicKind.Question).OrderByDescending(t => t.LastPostAt).Take(RowsAPage).Select(t => new { t.Id, t.Title, t.SpaceId, t.LastPostAt, t.ReplyCount, t.AuthorId }).ToListAsync(stop)).Count;

    static async Task<double> Spent(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        for (var i = 0; i < Times; i++) await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / Times;
    }

    static double Middle(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    static string Ms(double milliseconds) => milliseconds.ToString("0.00", CultureInfo.InvariantCulture) + " ms";

    /// <summary>Topics are spread over the spaces; the reader is in every second of those that only members read.</summary>
    async Task Fill(ServiceProvider services, CancellationToken stop)
    {
        var (store, make, add, enrol) = (services.GetRequiredService<CommunityStore>(), services.GetRequiredService<MakeSpace>(), services.GetRequiredService<AddPerson>(), services.GetRequiredService<EnrolPerson>());
        for (var i = await store.Read(db => db.People.CountAsync(stop)); i < People; i++) await add.Run(null, $"Reader {i}", $"reader{i}@library.example", stop: stop);
        if (await store.Read(db => db.Spaces.CountAsync(stop)) >= Spaces) return;

        var administrator = (await add.Run(null, "Ada Gate", "ada.gate@library.example", Role.Administrator, stop: stop)).Id;
        for (var i = await store.Read(db => db.Spaces.CountAsync(stop)); i < Spaces; i++)
        {
            var tier = i % 4 == 0 ? Tier.Unit : i % 4 == 1 ? Tier.Partners : i % 4 == 2 ? Tier.Public : Tier.Institution;
            await make.Run(null, $"gate-{i}", $"Space {i}", "", tier, stop: stop);
            if (i % 8 == 0) await enrol.Run(administrator, $"gate-{i}", community.ReaderId, false, stop);
        }

        await store.Write(async db =>
        {
            var first = await db.Spaces.MinAsync(s => s.Id, stop);
            await db.Topics.ExecuteUpdateAsync(set => set.SetProperty(t => t.SpaceId, t => first + t.Id % Spaces), stop);
        }, stop);
    }
}
