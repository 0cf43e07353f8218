using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class KeyboardWalkTests(VillageSite site)
{
    [Fact]
    public async Task Asking_answering_editing_accepting_and_searching_need_no_mouse()
    {
        await using var li = await site.Walker(Village.Li);
        await using var jonas = await site.Walker(Village.Jonas);
        var (asks, answers) = (new Keyboard(li.Page), new Keyboard(jonas.Page));

        await li.Open("/");
        await asks.Press("c");
        await li.Page.Locator("#new").WaitForAsync();
        await asks.TabTo("#new a[href='/new/question']");
        await asks.Press("Enter");
        await asks.TabTo("#title");
        await asks.Type("Where do the quincunx labels go?");
        await asks.TabTo("#body");
        await asks.Type("Five dots, like on a die.");
        await asks.Press("Control+Enter");
        await li.Arrives("**/questions/**");

        await asks.Press("e");
        await li.Arrives("**/edit");
        await asks.TabTo("#body");
        await asks.Press("Control+End");
        await asks.Type(" Or is it a domino?");
        await asks.TabTo("#summary");
        await asks.Type("Said more");
        await asks.Press("Control+Enter");
        await li.Sees("Or is it a domino?");

        await jonas.Open("/");
        await Found(jonas, answers);
        await answers.StepTo("j", ".hit h3 a");
        await answers.Press("Enter");
        await jonas.Arrives("**/questions/**");
        await answers.Press("r");
        await Assertions.Expect(jonas.Page.Locator("#reply-text")).ToBeFocusedAsync();
        await answers.Type("On the back, lower left.");
        await answers.Press("Control+Enter");
        await jonas.Page.Locator(".post.answer").WaitForAsync();

        await li.Page.Locator(".post.answer").WaitForAsync();
        await asks.TabTo(".post.answer button[formaction$='/accept']");
        await asks.Press("Enter");
        await li.Page.Locator(".verdict.good").WaitForAsync();
        await asks.Press("j");
        await asks.Press("b");
        await li.Page.Locator("button[data-key=b][aria-pressed=true]").WaitForAsync();
        Assert.Equal([], li.Faults.Concat(jonas.Faults));
    }

    [Fact]
    public async Task The_first_stop_leads_past_the_frame_and_keys_move_through_a_list()
    {
        await using var li = await site.Walker(Village.Li);
        var keys = new Keyboard(li.Page);
        await li.Open("/spaces/loans");

        await keys.Press("Tab");
        Assert.True(await keys.IsAt(".skip"));
        await Assertions.Expect(li.Page.Locator(".skip")).ToBeInViewportAsync();
        await keys.Press("Enter");
        await Assertions.Expect(li.Page.Locator("main")).ToBeFocusedAsync();
        await keys.Press("Tab");
        Assert.True(await li.Page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));

        await keys.Press("j");
        await Assertions.Expect(li.Page.Locator(".topic:first-child h3 a")).ToBeFocusedAsync();
        await keys.Press("j");
        await Assertions.Expect(li.Page.Locator(".topic:nth-child(2) h3 a")).ToBeFocusedAsync();
        await keys.Press("k");
        await Assertions.Expect(li.Page.Locator(".topic:first-child h3 a")).ToBeFocusedAsync();
        await keys.Press("Enter");
        await li.Page.Locator("[data-watch-topic]").WaitForAsync();
        await keys.Press("u");
        await li.Arrives("**/spaces/loans#main");
        await keys.Press("g");
        await keys.Press("n");
        await li.Arrives("**/notes");
    }

    [Fact]
    public async Task The_help_opens_and_closes_by_key_and_single_keys_rest_while_one_types()
    {
        await using var li = await site.Walker(Village.Li);
        var keys = new Keyboard(li.Page);
        await li.Open("/");

        await keys.Press("?");
        await li.Page.Locator("#keys-help[open]").WaitForAsync();
        await keys.Press("Escape");
        await Assertions.Expect(li.Page.Locator("#keys-help")).ToBeHiddenAsync();
        await keys.Press("/");
        await Assertions.Expect(li.Page.Locator("#top-q")).ToBeFocusedAsync();
        await keys.Type("c?j");
        await Assertions.Expect(li.Page.Locator("#top-q")).ToHaveValueAsync("c?j");
        Assert.Equal("/", li.Path);
    }

    /// <summary>Searches until the index has followed.</summary>
    static async Task Found(Walker walker, Keyboard keys)
    {
        await keys.Press("/");
        await Assertions.Expect(walker.Page.Locator("#top-q")).ToBeFocusedAsync();
        await keys.Type("quincunx");
        await keys.Press("Enter");
        await walker.Arrives("**/search?q=quincunx");
        for (var tries = 0; tries < 20 && await walker.Page.Locator(".hit").CountAsync() == 0; tries++)
        {
            await Task.Delay(300);
            await walker.Page.ReloadAsync();
        }
    }
}
