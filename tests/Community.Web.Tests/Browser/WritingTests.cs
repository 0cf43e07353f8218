using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class WritingTests(VillageSite site)
{
    [Fact]
    public async Task A_name_is_completed_by_keys()
    {
        await using var li = await site.Walker(Village.Li);
        // With a title in the address no draft of an earlier walk is filled in.
        await li.Open("/new/thread?title=Names");
        var body = li.Field("What it is about");

        await body.PressSequentiallyAsync("Ask @hohen");
        await li.Page.GetByRole(AriaRole.Option, new() { Name = Village.Maximiliane }).WaitForAsync();
        Assert.Empty(await li.Page.Findings());
        await body.PressAsync("ArrowDown");
        await body.PressAsync("Enter");

        await Assertions.Expect(body).ToHaveValueAsync($"Ask @{Village.Maximiliane} ");
        await Assertions.Expect(body).ToBeFocusedAsync();
        await body.PressSequentiallyAsync("or @jon");
        await li.Page.GetByRole(AriaRole.Option, new() { Name = Village.Jonas }).WaitForAsync();
        await body.PressAsync("Escape");
        await Assertions.Expect(li.Page.Locator(".suggest")).ToBeHiddenAsync();
        // Where it took long, the page has said that a draft of an earlier walk is there.
        Assert.All(li.Faults, fault => Assert.Contains("status of 409", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_selected_is_quoted_with_its_post_and_revision()
    {
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{site.Village.Thread}");
        var opening = await site.Village.Opening(site.Village.Thread);

        await li.Post(opening).GetByText("What did you see at your desks?").ClickAsync(new() { ClickCount = 3 });
        await li.Page.Locator("[data-quote-selection]").ClickAsync();

        await Assertions.Expect(li.Field("Reply")).ToHaveValueAsync($"> [!quote post={opening} rev=1]\n> What did you see at your desks?\n\n");
        await li.Page.Keyboard.TypeAsync("The clock.");
        await li.Page.Keyboard.PressAsync("Control+Enter");
        await li.Page.Locator($".post:has-text('The clock.') blockquote[data-post='{opening}'][data-rev='1']").WaitForAsync();
        Assert.Empty(li.Faults);
    }

    [Fact]
    public async Task A_closed_tab_keeps_the_draft_and_a_sent_one_is_forgotten()
    {
        var topic = await site.Village.Start(Village.Jonas, "loans", TopicKind.Thread, "Where do drafts go", "I wonder.");
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        await li.Field("Reply").FillAsync("Half a thought");
        await li.Page.CloseAsync();

        var again = await li.Tab();
        await again.GotoAsync($"/threads/{topic}");
        await Assertions.Expect(again.Locator("#reply-text")).ToHaveValueAsync("Half a thought");
        await again.Locator("#reply-text").PressAsync("Control+Enter");
        await again.Locator(".post", new() { HasText = "Half a thought" }).WaitForAsync();

        var later = await li.Tab();
        await later.GotoAsync($"/threads/{topic}");
        await later.Locator("markdown-editor:defined").WaitForAsync();
        await Assertions.Expect(later.Locator("#reply-text")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task The_preview_shows_the_text_as_it_will_stand()
    {
        await using var li = await site.Walker(Village.Li);
        await li.Open("/new/thread");
        await li.Field("What it is about").FillAsync($"Hello @{Village.Jonas}, see <script>alert(1)</script> and `code`.");

        await li.Button("Preview").ClickAsync();

        var preview = li.Page.Locator("[data-preview] .prose");
        await Assertions.Expect(preview.Locator("a.mention")).ToHaveTextAsync("@" + Village.Jonas);
        await Assertions.Expect(preview.Locator("code")).ToHaveTextAsync("code");
        Assert.Equal(0, await preview.Locator("script").CountAsync());
        await li.Button("Preview").ClickAsync();
        await Assertions.Expect(li.Field("What it is about")).ToBeFocusedAsync();
        Assert.Empty(li.Faults);
    }
}
