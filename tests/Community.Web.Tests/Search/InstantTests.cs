using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Search;

/// <summary>What a browser gets while somebody types, and for a word that is misspelt.</summary>
public sealed class InstantTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task The_fragment_has_topics_people_subjects_and_the_search_itself()
    {
        using var ruth = await site.SignedIn();
        var space = await Space("typing", Tier.Public);
        await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Question, "Which <b>quern</b> grinds?", "The quernstone of the mill.", ["querns"]);
        await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Note, "Quernstones and their keep", "Turn them.", []);
        var panel = await Within(ruth, "/search/instant?q=quer", "Quernstones");

        Assert.DoesNotContain("<html", panel, StringComparison.Ordinal);
        Assert.Contains("Which &lt;b&gt;<mark>quern</mark>&lt;/b&gt; grinds?", panel, StringComparison.Ordinal);
        Assert.Contains("href=\"/tags/querns\"", panel, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=quernstone\"", panel, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=quer\"", panel, StringComparison.Ordinal);
        Assert.True(panel.IndexOf("Quernstones", StringComparison.Ordinal) < panel.IndexOf("grinds", StringComparison.Ordinal));
        Assert.Contains("Ruth Mbeki", await ruth.Page("/search/instant?q=mbe"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ruth Mbeki", await site.Visitor().Page("/search/instant?q=mbe"), StringComparison.Ordinal);
        Assert.Contains("grinds", await site.Visitor().Page("/search/instant?q=quer"), StringComparison.Ordinal);
        foreach (var empty in new[] { "", "?q=", "?q=q", "?q=%20" }) Assert.Equal("", (await ruth.Page("/search/instant" + empty)).Trim());
    }

    [Fact]
    public async Task Where_nothing_has_the_word_the_one_that_was_meant_is_shown_and_what_was_typed_stays_one_click_away()
    {
        using var ruth = await site.SignedIn();
        var space = await Space("spelling", Tier.Institution);
        await site.Verb<StartTopic>().Run(site.AdministratorId, space, TopicKind.Thread, "Palimpsests", "A palimpsest was found behind vellum.", []);
        var page = await Within(ruth, "/search?q=palimspest", "Showing results for");

        Assert.Contains("<b>palimpsest</b>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"found\">1 topic</h2>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"palimspest\"", page, StringComparison.Ordinal);
        Assert.Contains("/search?q=palimspest&amp;exact=1", page, StringComparison.Ordinal);
        var exact = await ruth.Raw("/search?q=palimspest&exact=1");
        Assert.Contains("Nothing about", exact, StringComparison.Ordinal);
        Assert.Contains("Did you mean:", exact, StringComparison.Ordinal);
        var some = await ruth.Raw("/search?q=palimspest+vellum");
        Assert.Contains("<h2 id=\"found\">1 topic</h2>", some, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?q=palimpsest%20vellum\"", some, StringComparison.Ordinal);
        foreach (var outsider in new[] { await site.SignedIn("Guest Reader", Role.Guest), site.Visitor() })
            Assert.DoesNotContain("palimpsest", await outsider.Raw("/search?q=palimspest"), StringComparison.Ordinal);
    }

    async Task<string> Space(string slug, Tier tier) => await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", tier);

    static async Task<string> Within(HttpClient browser, string path, string wanted)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync();
            if (page.Contains(wanted, StringComparison.Ordinal)) return page;
            await Task.Delay(50);
        }

        throw new TimeoutException($"{path} never shows {wanted}");
    }
}
