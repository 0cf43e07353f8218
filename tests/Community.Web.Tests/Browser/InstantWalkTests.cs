using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>The panel under a search field, by keyboard and by mouse.</summary>
[Collection(nameof(Walks))]
public sealed class InstantWalkTests(VillageSite site)
{
    const string Open = ".instant:not([hidden])";

    [Fact]
    public async Task Arrows_choose_enter_opens_escape_closes_and_keeps_the_text_tab_leaves()
    {
        await using var li = await site.Walker(Village.Li);
        var keys = new Keyboard(li.Page);
        await li.Open("/");
        await keys.Press("/");
        await Assertions.Expect(li.Page.Locator("#top-q")).ToBeFocusedAsync();
        await keys.Type("customs fo");
        await li.Page.Locator(Open).WaitForAsync();
        var field = li.Page.Locator("#top-q");
        await Assertions.Expect(field).ToHaveRoleAsync(AriaRole.Combobox);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(li.Page.Locator("#announcements")).ToContainTextAsync("suggestion");

        await keys.Press("ArrowDown");
        var first = li.Page.Locator(Open + " [role=option]").First;
        await Assertions.Expect(first).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-activedescendant", (await first.GetAttributeAsync("id"))!);
        await keys.Press("ArrowUp");
        await Assertions.Expect(li.Page.Locator("[aria-selected=true]")).ToHaveCountAsync(0);
        await keys.Press("ArrowUp");
        await Assertions.Expect(li.Page.Locator(Open + " [role=option]").Last).ToHaveAttributeAsync("aria-selected", "true");
        await keys.Press("Escape");
        await Assertions.Expect(li.Page.Locator(Open)).ToHaveCountAsync(0);
        await Assertions.Expect(field).ToHaveValueAsync("customs fo");
        await Assertions.Expect(field).ToBeFocusedAsync();
        Assert.Null(await field.GetAttributeAsync("aria-activedescendant"));

        await keys.Press("ArrowDown");
        await li.Page.Locator(Open).WaitForAsync();
        await keys.Press("Tab");
        await Assertions.Expect(li.Page.Locator(Open)).ToHaveCountAsync(0);
        Assert.False(await keys.IsAt("#top-q"));

        await field.FocusAsync();
        await field.FillAsync("");
        await keys.Type("custo");
        await li.Page.Locator(Open + " a[href^='/questions/'], " + Open + " a[href^='/notes/'], " + Open + " a[href^='/threads/']").First.WaitForAsync();
        await Assertions.Expect(li.Page.Locator(Open + " a.all")).ToHaveAttributeAsync("href", "/search?q=custo");
        await keys.Press("ArrowUp");
        await keys.Press("Enter");
        await li.Arrives("**/search?q=custo");
        await Assertions.Expect(li.Page.Locator(Open)).ToHaveCountAsync(0);
        Assert.Empty(li.Faults);
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_and_a_press_on_a_row_opens_it_also_after_going_back()
    {
        await using var li = await site.Walker(Village.Li);
        var keys = new Keyboard(li.Page);
        await li.Open("/");
        await keys.Press("/");
        await Assertions.Expect(li.Page.Locator("#top-q")).ToBeFocusedAsync();
        await keys.Type("customs");
        await li.Page.Locator(Open).WaitForAsync();
        await keys.Press("Enter");
        await li.Arrives("**/search?q=customs");
        await li.Page.GoBackAsync();
        await Assertions.Expect(li.Page.Locator(".instant")).ToHaveCountAsync(0);

        await li.Page.Locator("#top-q").ClickAsync();
        await li.Page.Locator("#top-q").FillAsync("");
        await keys.Type("li we");
        await Assertions.Expect(li.Page.Locator(Open + " a.all")).ToHaveAttributeAsync("href", "/search?q=li%20we");
        await li.Page.Locator(Open + " a[href^='/people/']").ClickAsync();
        await li.Arrives("**/people/**");
        Assert.Empty(li.Faults);
    }

    [Fact]
    public async Task The_open_panel_is_accessible_in_light_and_dark_and_moves_nothing()
    {
        await using var li = await site.Walker(Village.Li);
        var keys = new Keyboard(li.Page);
        await li.Open("/search");
        await Assertions.Expect(li.Page.Locator("#q")).ToBeFocusedAsync();
        const string Below = "document.querySelector('main .why').getBoundingClientRect().top";
        var below = await li.Page.EvaluateAsync<double>(Below);
        await keys.Type("cus");
        await li.Page.Locator(Open).WaitForAsync();
        await keys.Press("ArrowDown");

        Assert.Equal(below, await li.Page.EvaluateAsync<double>(Below));
        Assert.Empty(await li.Page.Findings());
        await Assertions.Expect(li.Page.Locator(Open)).ToHaveCountAsync(1);
        Assert.Empty(li.Faults);
    }
}
