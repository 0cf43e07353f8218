using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>One person in two browsers, of which one is without a network for a minute. On a site of its own: it mostly waits.</summary>
public sealed class TwoBrowsersWalkTests(VillageSite site) : IClassFixture<VillageSite>
{
    [Fact]
    public async Task What_came_and_what_was_read_meanwhile_is_the_same_in_both_browsers_again()
    {
        var asked = await site.Village.Start(Village.Li, "loans", TopicKind.Question, "Where is the long cart?", "It was here on Monday.");
        await using var here = await site.Walker(Village.Li, height: 6_000);
        await using var away = await site.Walker(Village.Li, height: 6_000);
        await away.Open($"/questions/{asked}");
        var inbox = await away.Tab();
        await inbox.GotoAsync("/notifications");
        foreach (var page in new[] { away.Page, inbox }) await page.EvaluateAsync("window.isStillHere = true");
        await Answer(asked, "Ask the porter.");
        foreach (var page in new[] { away.Page, inbox }) await Assertions.Expect(page.GetByText("Ask the porter.")).ToHaveCountAsync(1);

        await away.Page.Context.SetOfflineAsync(true);
        await Answer(asked, "In the corridor, behind the lift.");
        await here.Open("/notifications");
        await here.Sees("In the corridor, behind the lift.");
        await here.Open($"/questions/{asked}");
        await here.Sees("In the corridor, behind the lift.");
        await Task.Delay(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Answer(asked, "Since Tuesday with the bindery.");
        foreach (var page in new[] { away.Page, inbox }) Assert.Equal(0, await page.GetByText("behind the lift").CountAsync());
        await away.Page.Context.SetOfflineAsync(false);

        foreach (var text in new[] { "Ask the porter.", "In the corridor, behind the lift.", "Since Tuesday with the bindery." }) await Assertions.Expect(away.Page.GetByText(text)).ToHaveCountAsync(1);
        await Assertions.Expect(inbox.Locator("#notices")).ToContainTextAsync("Since Tuesday with the bindery.");
        // The page that came back reads what it shows, so that the bell still moves.
        List<string?> shown = [];
        for (var i = 0; i < 20 && shown.Distinct().Count() != 1; i++)
        {
            await Task.Delay(500, TestContext.Current.CancellationToken);
            await here.Open("/notifications");
            shown = [];
            foreach (var page in new[] { here.Page, away.Page, inbox }) shown.Add(await page.Locator("[data-bell] .bubble").First.TextContentAsync());
        }

        Assert.Single(shown.Distinct());
        Assert.Equal(await here.Page.Locator("#notices li").CountAsync(), await inbox.Locator("#notices li").CountAsync());
        foreach (var page in new[] { away.Page, inbox }) Assert.True(await page.EvaluateAsync<bool>("window.isStillHere === true"));
    }

    async Task Answer(long question, string text) => await site.Site.Verb<AddPost>().Run(await site.Site.Person(Village.Jonas), question, Part.Answer, null, text);
}
