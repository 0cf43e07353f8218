using System.Diagnostics;
using System.Net;

namespace Community.Web.Tests.Running;

public sealed class MetricsTests
{
    const string Token = "heron-under-the-blue-gate";

    /// <summary>Debian's prometheus package brings it; the test run fetches it where it is missing.</summary>
    static readonly string Promtool = Environment.GetEnvironmentVariable("PROMTOOL") ?? "promtool";

    [Fact]
    public async Task Promtool_finds_nothing_wrong_and_no_figure_names_a_thing()
    {
        await using var program = new ServedProgram();
        program.Settings["Community:Metrics:Token"] = Token;
        await program.SetUp();
        await program.Serve();
        using var browser = await program.SignedIn();
        foreach (var path in new[] { "/", "/cassowary", "/search?q=cassowary", "/tags/cassowary", "/people/1/x", "/css/community.css" }) await browser.GetAsync(new Uri(path, UriKind.Relative));
        await browser.PostForm("/new/thread", [("Space", "desk"), ("Title", "cassowary"), ("Body", "cassowary")]);

        browser.DefaultRequestHeaders.Add("Authorization", "Bearer " + Token);
        var text = await browser.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        foreach (var figure in new[] { "community_request_duration_seconds_count", "route=\"/search\"", "community_write_wait_seconds_count", "community_write_hold_seconds_count", "community_live_connections", "community_events_lag{", "community_events_set_aside{",
            "community_index_documents", "community_index_pending", "community_disk_free_bytes", "community_part_ready{", "dotnet_gc_", "dotnet_process_cpu_time" })
            Assert.Contains(figure, text, StringComparison.Ordinal);
        Assert.DoesNotContain("cassowary", text, StringComparison.Ordinal);
        Assert.DoesNotContain("library.example", text, StringComparison.Ordinal);

        var (code, said) = await Check(text);
        Assert.True(code == 0, said);
        Assert.NotEqual(0, (await Check(text + "no metric at all\n")).Code);
    }

    [Fact]
    public async Task Without_a_door_there_is_nothing_there() => await SameAsNothing(await Open([]), "127.0.0.1");

    [Fact]
    public async Task From_another_address_or_through_a_proxy_there_is_nothing_there()
    {
        await SameAsNothing(await Open(new() { ["Community:Metrics:Allow"] = "192.0.2.7, 10.0.0.0/8", ["Community:Metrics:Token"] = Token }), "10.0.0.1");
        await SameAsNothing(await Open(new() { ["Community:Metrics:Allow"] = "127.0.0.1" }), "192.0.2.1");
    }

    [Fact]
    public async Task A_configured_address_or_token_reads_it_also_before_the_set_up()
    {
        await using var near = await RunningSite.Start(isSetUp: false, new() { ["Community:Metrics:Allow:0"] = "127.0.0.0/8" });
        await using var far = await Open(new() { ["Community:Metrics:Allow"] = "192.0.2.7", ["Community:Metrics:Token"] = Token });
        using var browser = near.Visitor();
        using var scraper = far.Visitor();
        scraper.DefaultRequestHeaders.Add("Authorization", "Bearer " + Token);

        Assert.Equal(HttpStatusCode.OK, await browser.Status("/metrics"));
        Assert.Equal(HttpStatusCode.OK, await scraper.Status("/metrics"));
        Assert.Contains("\"details\"", await scraper.Page("/health/ready"), StringComparison.Ordinal);
    }

    static Task<RunningSite> Open(Dictionary<string, string?> settings) => RunningSite.Start(settings: settings);

    /// <summary>With wrong tokens and forged headers: byte for byte the page of an address that does not exist, but for the address.</summary>
    static async Task SameAsNothing(RunningSite site, string forged)
    {
        await using var closing = site;
        foreach (var token in new[] { null, "Bearer x", "Bearer " + Token + "x", "Basic " + Token })
        {
            using var browser = site.Visitor();
            browser.DefaultRequestHeaders.Add("X-Forwarded-For", forged);
            if (token is not null) browser.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
            var (there, nowhere) = (await browser.GetAsync(new Uri("/metrics", UriKind.Relative)), await browser.GetAsync(new Uri("/metrixs", UriKind.Relative)));

            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (there.StatusCode, nowhere.StatusCode));
            Assert.Equal(Plain(await nowhere.Text()), Plain(await there.Text()));
        }
    }

    static string Plain(string page) => System.Text.RegularExpressions.Regex.Replace(page.Replace("/metrixs", "/metrics", StringComparison.Ordinal), "(?<=RequestVerificationToken\" type=\"hidden\" value=\")[^\"]+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    static async Task<(int Code, string Said)> Check(string text)
    {
        try
        {
            using var check = Process.Start(new ProcessStartInfo(Promtool, ["check", "metrics"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            await check.StandardInput.WriteAsync(text);
            check.StandardInput.Close();
            var said = await check.StandardError.ReadToEndAsync() + await check.StandardOutput.ReadToEndAsync();
            await check.WaitForExitAsync();
            return (check.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("promtool is not here; Debian's package prometheus brings it, PROMTOOL names another one.");
            throw;
        }
    }
}
