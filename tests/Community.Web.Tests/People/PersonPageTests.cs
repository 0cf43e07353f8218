using System.Net;
using System.Text.Json;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.People;

public sealed class PersonPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    async Task<string> Space(string slug, Tier tier)
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, "Space " + slug, "", tier);
        return slug;
    }

    [Fact]
    public async Task Staff_see_a_person_and_only_the_posts_that_they_may_read()
    {
        var author = await site.Person("Anna Author", unit: "Cataloguing");
        var (open, closed) = (await Space("open-staff", Tier.Institution), await Space("closed-staff", Tier.Unit));
        await site.Verb<EnrolPerson>().Run(site.AdministratorId, closed, author, false);
        await site.Verb<StartTopic>().Run(author, open, TopicKind.Question, "Which field for series?", "Text", []);
        await site.Verb<StartTopic>().Run(author, closed, TopicKind.Thread, "Canary of the closed space", "Text", []);
        using var browser = await site.SignedIn("Carl Colleague");

        var page = await browser.Page($"/people/{author}/anna-author");

        Assert.Contains("Cataloguing", page, StringComparison.Ordinal);
        Assert.Contains("Which field for series?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", page, StringComparison.Ordinal);
        var moved = await browser.GetAsync($"/people/{author}/wrong");
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/people/{author}/anna-author"), (moved.StatusCode, moved.Headers.Location?.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/people/999999/x"));
    }

    [Fact]
    public async Task A_visitor_sees_the_name_and_public_posts_of_authors_only()
    {
        var (author, silent) = (await site.Person("Petra Public", unit: "Desk"), await site.Person("Silas Silent"));
        await site.Verb<DescribePerson>().Run(author, "Petra Public", "Secret position", "secret subject");
        await site.Verb<StartTopic>().Run(author, await Space("public-posts", Tier.Public), TopicKind.Thread, "Opening hours", "Text", []);
        using var visitor = site.Visitor();
        using var guest = await site.SignedIn("Gustav Guest", Role.Guest);

        var page = await visitor.Page($"/people/{author}/petra-public");

        Assert.Contains("Opening hours", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret position", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Desk", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status($"/people/{silent}/silas-silent"));
        Assert.Equal(HttpStatusCode.NotFound, await guest.Status($"/people/{silent}/silas-silent"));
        Assert.Contains("Secret position", await guest.Page($"/people/{author}/petra-public"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_completed_for_those_who_may_see_them()
    {
        await site.Person("Li Wen", unit: "Science branch");
        await site.Person("Lina Wendt");
        using var browser = await site.SignedIn("Carl Colleague");
        using var guest = await site.SignedIn("Gustav Guest", Role.Guest);
        using var visitor = site.Visitor();

        using var names = JsonDocument.Parse(await browser.Page("/people/names?q=WEN"));

        Assert.Equal([("@Li Wen", "Li Wen, Science branch"), ("@Lina Wendt", "Lina Wendt")], names.RootElement.EnumerateArray().Select(name => (name.GetProperty("value").GetString()!, name.GetProperty("label").GetString()!)));
        Assert.Equal("[]", await guest.Page("/people/names?q=wen"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/people/names?q=wen"));
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart()
    {
        await site.Person("Max Muster");
        await site.Verb<AddPerson>().Run(null, "Max Muster", "max.two@library.example");
        using var browser = await site.SignedIn("Carl Colleague");

        Assert.Equal(2, (await browser.Page("/people/names?q=max%20mus")).Split("](person:").Length - 1);
    }

    [Fact]
    public async Task Older_posts_are_a_page_away()
    {
        var author = await site.Person("Vera Verbose");
        var space = await Space("verbose", Tier.Institution);
        for (var i = 1; i <= 23; i++) await site.Verb<StartTopic>().Run(author, space, TopicKind.Thread, $"Topic number {i:00}", "Text", []);
        using var browser = await site.SignedIn("Carl Colleague");

        var first = await browser.Page($"/people/{author}/vera-verbose");
        var older = first[(first.IndexOf("?before=", StringComparison.Ordinal))..];
        var second = await browser.Page($"/people/{author}/vera-verbose" + older[..older.IndexOf('"', StringComparison.Ordinal)]);

        Assert.Contains("Topic number 04", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Topic number 03", first, StringComparison.Ordinal);
        Assert.Contains("Topic number 03", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Topic number 04", second, StringComparison.Ordinal);
    }
}
