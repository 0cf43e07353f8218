using Community.Governance;
using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class PresenceWalkTests(VillageSite site)
{
    [Fact]
    public async Task Two_who_choose_it_see_that_the_other_is_there_writes_and_edits_the_same_post()
    {
        const string Nela = "Nela Hart", Odo = "Odo Brunner";
        var thread = await site.Village.Start(Village.Li, "loans", TopicKind.Thread, "Boxes that came back wet", "What do we do with them?");
        await site.Site.Person(Nela);
        await site.Site.Person(Odo, Role.Moderator);
        await using var nela = await site.Walker(Nela);
        await using var odo = await site.Walker(Odo);

        // Off at first: a quiet link, which leads to the choice.
        await nela.Open($"/threads/{thread}/boxes-that-came-back-wet");
        await Assertions.Expect(nela.Page.Locator(".here-now")).ToHaveCountAsync(0);
        await nela.Link("Show that I am here").ClickAsync();
        await nela.Arrives("**/account#presence");
        await Choose(nela);
        await odo.Open("/account");
        await Choose(odo);

        await nela.Open($"/threads/{thread}/boxes-that-came-back-wet");
        await nela.Sees("Nobody else is here now.");
        await odo.Open($"/threads/{thread}/boxes-that-came-back-wet");
        await nela.Page.Locator(".here-now a", new() { HasText = Odo }).WaitForAsync();
        await odo.Page.Locator(".here-now a", new() { HasText = Nela }).WaitForAsync();
        // By ear it is heard that somebody came.
        await Assertions.Expect(nela.Page.Locator("#announcements")).ToHaveTextAsync($"Here now: {Odo}");

        await odo.Page.Locator("#reply-text").PressSequentiallyAsync("On blotting paper");
        await nela.Page.Locator(".writing", new() { HasText = $"{Odo} is writing…" }).WaitForAsync();
        Assert.DoesNotContain("blotting", await nela.Page.ContentAsync(), StringComparison.Ordinal);
        // The hint is not announced.
        await Assertions.Expect(nela.Page.Locator("#announcements")).Not.ToContainTextAsync("writing");
        Assert.Equal(0, await nela.Page.Locator(".here [role=status], .here [aria-live]").CountAsync());
        await odo.Page.Locator("form#reply").GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        await odo.Sees("On blotting paper");
        await Assertions.Expect(nela.Page.Locator(".writing")).ToHaveTextAsync("");
        Assert.Equal("", await odo.Page.Locator(".writing").TextContentAsync());

        // Both open the editor of what Nela says now.
        await nela.Page.Locator("#reply-text").FillAsync("Or in the freezer.");
        await nela.Page.Locator("form#reply").GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        var post = nela.Page.Locator("article.post", new() { HasText = "Or in the freezer." });
        await post.WaitForAsync();
        var id = (await post.GetAttributeAsync("id"))!.Split('-')[1];
        await nela.Open($"/posts/{id}/edit");
        await odo.Open($"/posts/{id}/edit");
        await nela.Page.GetByText($"{Odo} is editing this, too.").First.WaitForAsync();
        await odo.Page.GetByText($"{Nela} is editing this, too.").First.WaitForAsync();
        await Assertions.Expect(nela.Page.Locator("#announcements")).ToHaveTextAsync($"{Odo} is editing this, too.");

        await odo.Open("/");
        await Assertions.Expect(nela.Page.Locator("[data-others] .finding")).ToHaveCountAsync(0);
        Assert.Equal([], nela.Faults.Concat(odo.Faults));

        static async Task Choose(Walker walker)
        {
            await walker.Page.GetByLabel("Show that I am here").CheckAsync();
            await walker.Page.Locator("form[action='/account/preferences'] button").ClickAsync();
            await walker.Sees("Your preferences are saved.");
        }
    }

    [Theory]
    [InlineData(true), InlineData(false)]
    public async Task Without_scripts_nothing_of_it_shows(bool isChosen)
    {
        var name = isChosen ? "Paul Chose" : "Pia Not";
        var thread = await site.Village.Start(Village.Li, "loans", TopicKind.Thread, "Boxes on the stairs", "Whose are they?");
        await site.Site.Verb<Community.People.ChoosePreferences>().Run(await site.Site.Person(name), null, false, isChosen);
        await using var walker = await site.Walker(name, scripts: false);

        await walker.Open($"/threads/{thread}/boxes-on-the-stairs");

        Assert.Equal(1, await walker.Page.Locator(".here").CountAsync());
        Assert.False(await walker.Page.Locator(".here").IsVisibleAsync());
    }
}
