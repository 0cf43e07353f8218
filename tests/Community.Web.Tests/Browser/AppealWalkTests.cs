using Community.Topics;

namespace Community.Web.Tests.Browser;

/// <summary>A post is flagged, removed under a rule, appealed for, and brought back by somebody else, on the screens of all four.</summary>
[Collection(nameof(Walks))]
public sealed class AppealWalkTests(VillageSite site)
{
    [Fact]
    public async Task A_removal_is_appealed_and_overturned_by_another_moderator_and_each_hears_of_it()
    {
        var topic = await site.Village.Start(Village.Jonas, "loans", TopicKind.Thread, "The box that never comes back", "Who has it?");
        await using var li = await site.Walker(Village.Li);
        await using var tomas = await site.Walker(Village.Tomas);
        await using var amara = await site.Walker(Village.Amara);
        await using var ruth = await site.Walker(Village.Ruth);

        await li.Open($"/threads/{topic}");
        await li.Page.Locator("#reply-text").FillAsync("Ask the courier with the velvet hat, he sleeps on it.");
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Sees("with the velvet hat");

        await tomas.Open($"/threads/{topic}");
        var post = tomas.Page.Locator("article.post", new() { HasText = "velvet hat" });
        await post.Locator("summary[aria-label], .more > summary").Last.ClickAsync();
        await post.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Flag" }).ClickAsync();
        await tomas.Page.GetByRole(Microsoft.Playwright.AriaRole.Radio).Nth(2).CheckAsync();
        await tomas.Field("In a word").FillAsync("He is a person.");
        Assert.Empty(await tomas.Page.Findings());
        await tomas.Button("Flag it").ClickAsync();
        await tomas.Arrives("**/threads/**");

        await amara.Open("/moderation/flags");
        var one = amara.Page.Locator("li", new() { HasText = "The box that never comes back" });
        await one.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Take it" }).ClickAsync();
        await one.GetByLabel("What becomes of it").SelectOptionAsync("Removed");
        await one.GetByLabel("The rule").SelectOptionAsync("2");
        await one.GetByLabel("Why").FillAsync("It mocks somebody.");
        Assert.Empty(await amara.Page.Findings());
        await one.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Decide" }).ClickAsync();
        await amara.Sees("Those who flagged it are told.");

        await tomas.Page.Locator(".tombstone", new() { HasText = "It mocks somebody." }).WaitForAsync();
        Assert.False(await tomas.Shows("velvet hat"));
        await site.Site.Quiet();
        await tomas.Open("/notifications");
        await tomas.Sees("The box that never comes back");

        await li.Open("/notifications");
        await li.Sees("The box that never comes back");
        await li.Open("/acts");
        var act = li.Page.Locator("li", new() { HasText = "It mocks somebody." });
        await act.GetByLabel("Why should it be looked at again?").FillAsync("He calls it his pillow himself.");
        Assert.Empty(await li.Page.Findings());
        await act.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Appeal" }).ClickAsync();
        await li.Sees("Your appeal waits for somebody who did not decide.");

        await amara.Open("/moderation/appeals");
        await amara.Page.Locator("li", new() { HasText = "He calls it his pillow himself." }).GetByText("You had a part in this.").WaitForAsync();
        await ruth.Open("/moderation/appeals");
        var appeal = ruth.Page.Locator("li", new() { HasText = "He calls it his pillow himself." });
        await appeal.GetByLabel("Why").FillAsync("His own joke; nobody is hurt.");
        Assert.Empty(await ruth.Page.Findings());
        await appeal.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Overturn it" }).ClickAsync();
        await ruth.Sees("Overturned.");

        await tomas.Open($"/threads/{topic}");
        await tomas.Sees("velvet hat");
        await li.Open("/acts");
        await li.Sees("His own joke; nobody is hurt.");
        await li.Open("/ledger");
        await li.Sees("2. Colleagues are spoken of fairly");
        Assert.Empty(await li.Page.Findings());
        Assert.Equal([], li.Faults.Concat(tomas.Faults).Concat(amara.Faults).Concat(ruth.Faults));
    }
}
