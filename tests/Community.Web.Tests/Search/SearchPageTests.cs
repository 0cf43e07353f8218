using System.Diagnostics;
using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Search;

/// <summary>The search page as a browser gets it.</summary>
public sealed class SearchPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task What_was_just_written_is_found_with_its_words_marked_and_nothing_run()
    {
        var ruth = await site.SignedIn();
        var space = await Space("ink", Tier.Institution);
        await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Question, "Which <script>ink</script> for stamps?", "Archival `<img src=x onerror=alert(1)>` pigment ink.", ["stamping"]);

        var page = await Within(2, ruth, "/search?q=archival+pigment", "<h2 id=\"found\">1 topic</h2>");
        Assert.Contains("<mark>Archival</mark> &lt;img src=x onerror=alert(1)&gt; <mark>pigment</mark> ink.", page, StringComparison.Ordinal);
        Assert.Contains("Which &lt;script&gt;ink&lt;/script&gt; for stamps?", page, StringComparison.Ordinal);
        Assert.Contains("/search?q=archival%20pigment&amp;kind=question", page, StringComparison.Ordinal);
        Assert.Contains("/search?q=archival%20pigment&amp;tag=stamping", page, StringComparison.Ordinal);
        Assert.Contains("/search?q=archival%20pigment&amp;space=ink", page, StringComparison.Ordinal);

        var nothing = await Raw(ruth, "/search?q=archival+pigment&kind=note");
        Assert.Contains("/new/question?title=archival%20pigment", nothing, StringComparison.Ordinal);
        Assert.Contains("Search everywhere", nothing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_word_is_on_no_page_of_an_outsider()
    {
        var space = await Space("council", Tier.Unit);
        await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Thread, "Canary ochrelark", "ochrelark", ["ochrelark"]);
        await Within(2, await site.SignedIn(), "/search?q=ochrelark", "1 topic");

        foreach (var browser in new[] { await site.SignedIn("Priya Raman"), await site.SignedIn("Guest Person", Role.Guest), site.Visitor() })
        {
            Assert.DoesNotContain("Canary", await Raw(browser, "/search?q=ochrelark"), StringComparison.Ordinal);
            Assert.DoesNotContain("council", await Raw(browser, "/search?q=tag:ochrelark"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(""), InlineData("q="), InlineData("q=constructor"), InlineData("q=*&kind=nonsense&space=%00&tag=%00&sort=x&page=-7"), InlineData("q=%22%22&page=999999999999"), InlineData("q=AND+[&space=council"), InlineData("q=%F0%9F%A6%8A%ED%A0%80&tag=%F0%9F%A6%8A"), InlineData("q=a&q=b&page=1&page=2")]
    public async Task Whatever_is_asked_the_page_answers(string query)
    {
        using var answer = await (await site.SignedIn()).GetAsync(new Uri("/search?" + query, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    async Task<string> Space(string slug, Tier tier) => await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);

    static async Task<string> Raw(HttpClient browser, string path) => await (await browser.GetAsync(new Uri(path, UriKind.Relative))).Content.ReadAsStringAsync();

    static async Task<string> Within(double seconds, HttpClient browser, string path, string wanted)
    {
        var began = Stopwatch.StartNew();
        while (true)
        {
            var page = await Raw(browser, path);
            if (page.Contains(wanted, StringComparison.Ordinal)) return page;
            Assert.True(began.Elapsed.TotalSeconds < seconds, $"{path} does not show {wanted} after {seconds} s");
            await Task.Delay(50);
        }
    }
}
