using System.Net;
using Community.Governance;
using Community.Spaces;
using Community.Topics;

namespace Community.Web.Tests.Gate;

/// <summary>Pages that are kept for those without an account hold nothing back that happened since, and nothing of anybody.</summary>
public sealed class OpenPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_public_page_is_kept_until_something_happens()
    {
        var (_, topic) = await Begin("kept-page");
        var visitor = site.Visitor();
        var address = (await visitor.GetAsync(new Uri($"/threads/{topic}", UriKind.Relative))).Headers.Location!;

        Assert.False(IsKept(await visitor.GetAsync(address)));
        Assert.True(IsKept(await visitor.GetAsync(address)));
        await site.Verb<AddPost>().Run(site.AdministratorId, topic, Part.Reply, null, "A word that was not there.");

        var after = await visitor.GetAsync(address);
        Assert.False(IsKept(after));
        Assert.Contains("A word that was not there.", await after.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/search?q=zwieback")]
    [InlineData("/threads")]
    [InlineData("/")]
    public async Task A_post_that_was_taken_back_is_on_no_kept_page(string page)
    {
        var (_, topic) = await Begin("taken-back-" + page.Length, "Zwieback in the stacks");
        var visitor = site.Visitor();
        var address = page.Length > 0 ? page : (await visitor.GetAsync(new Uri($"/threads/{topic}", UriKind.Relative))).Headers.Location!.ToString();
        await visitor.Shows(address, "Zwieback in the stacks");
        await visitor.Page(address);

        await site.Verb<WithdrawPost>().Run(site.AdministratorId, await site.Store.Read(db => Task.FromResult(db.Posts.First(p => p.TopicId == topic).Id)));

        Assert.DoesNotContain($"/threads/{topic}/zwieback", await visitor.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("canary of " + topic, await visitor.Page(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_space_that_is_public_no_more_is_on_no_kept_page()
    {
        var (space, topic) = await Begin("public-no-more");
        var visitor = site.Visitor();
        var address = (await visitor.GetAsync(new Uri($"/threads/{topic}", UriKind.Relative))).Headers.Location!.ToString();
        await visitor.Page(address);
        Assert.Equal(HttpStatusCode.OK, await visitor.Status(address));

        await site.Verb<RecharterSpace>().Run(site.AdministratorId, space, "Closed now", "", Tier.Institution);

        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status(address));
    }

    [Fact]
    public async Task A_page_of_somebody_who_is_signed_in_is_not_kept_and_not_served()
    {
        var (_, topic) = await Begin("nobody-elses");
        var visitor = site.Visitor();
        var address = (await visitor.GetAsync(new Uri($"/threads/{topic}", UriKind.Relative))).Headers.Location!.ToString();
        var administrator = await site.SignedIn();

        Assert.Contains(RunningSite.Administrator, await administrator.Page(address), StringComparison.Ordinal);
        Assert.DoesNotContain("data-person=", await visitor.Page(address), StringComparison.Ordinal);
        Assert.True(IsKept(await visitor.GetAsync(new Uri(address, UriKind.Relative))));
        Assert.Contains("data-person=", await administrator.Page(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kept_page_has_the_security_headers_no_cookie_and_no_token_and_follows_the_theme()
    {
        var (_, topic) = await Begin("as-it-should-be");
        var visitor = site.Visitor();
        var address = (await visitor.GetAsync(new Uri($"/threads/{topic}", UriKind.Relative))).Headers.Location!;
        await visitor.GetAsync(address);

        var kept = await visitor.GetAsync(address);
        using var dark = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Cookie", "theme=dark" } } };

        Assert.True(IsKept(kept));
        Assert.Contains("frame-ancestors 'none'", kept.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(kept.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("__RequestVerificationToken", await kept.Text(), StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", await (await visitor.SendAsync(dark)).Text(), StringComparison.Ordinal);
    }

    static bool IsKept(HttpResponseMessage answer) => answer.Headers.Age is not null;

    async Task<(string Space, long Topic)> Begin(string slug, string title = "Kept for visitors")
    {
        await site.Verb<MakeSpace>().Run(site.AdministratorId, slug, slug, "", Tier.Public);
        var topic = await site.Verb<StartTopic>().Run(site.AdministratorId, slug, TopicKind.Thread, title, "Only what is public.", []);
        await site.Verb<AddPost>().Run(site.AdministratorId, topic, Part.Reply, null, $"A canary of {topic}.");
        return (slug, topic);
    }
}

file static class Patience
{
    /// <summary>The index sees a post within a second.</summary>
    public static async Task Shows(this HttpClient browser, string address, string words)
    {
        for (var tries = 0; tries < 50 && !(await browser.Page(address)).Contains(words, StringComparison.OrdinalIgnoreCase); tries++) await Task.Delay(100);
    }
}
