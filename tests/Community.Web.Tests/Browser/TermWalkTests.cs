using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>A word's meaning shows beside it: by pointer, by keyboard and by touch, until it is left or Escape is pressed.</summary>
[Collection(nameof(Walks))]
public sealed class TermWalkTests(VillageSite site)
{
    const string Meaning = "What the customs want for a thing that stays in the country.";

    [Fact]
    public async Task The_meaning_shows_by_pointer_and_stays_while_it_is_read()
    {
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/questions/{site.Village.Question}");
        var (word, tip) = (li.Page.Locator("a.term", new() { HasTextString = "duty" }), li.Page.Locator("#term-tip"));

        await word.HoverAsync();
        await Assertions.Expect(tip).ToContainTextAsync(Meaning);
        await Assertions.Expect(word).ToHaveAttributeAsync("aria-describedby", "term-tip");
        await tip.HoverAsync();
        await li.Page.WaitForTimeoutAsync(600);
        await Assertions.Expect(tip).ToBeVisibleAsync();
        Assert.Empty(await li.Page.Findings());

        await li.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(tip).ToHaveCountAsync(0);
        Assert.StartsWith("duty: " + Meaning, await word.GetAttributeAsync("title"), StringComparison.Ordinal);
        await word.HoverAsync();
        await tip.WaitForAsync();
        await li.Page.Mouse.MoveAsync(5, 5);
        await Assertions.Expect(tip).ToHaveCountAsync(0);
        Assert.Empty(li.Faults);
    }

    [Fact]
    public async Task The_meaning_shows_with_the_focus_and_enter_follows_the_link()
    {
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/questions/{site.Village.Question}");
        var keyboard = new Keyboard(li.Page);

        await keyboard.TabTo("a.term");
        await Assertions.Expect(li.Page.Locator("#term-tip")).ToContainTextAsync(Meaning);
        await keyboard.Press("Escape");
        await Assertions.Expect(li.Page.Locator("#term-tip")).ToHaveCountAsync(0);
        await Assertions.Expect(li.Page.Locator("a.term").First).ToBeFocusedAsync();
        await keyboard.Press("Enter");
        await li.Sees("Said what goes back");
        Assert.Equal($"/glossary/{site.Village.Term}/duty", li.Path);
    }

    [Fact]
    public async Task Without_scripts_the_word_leads_to_its_page()
    {
        await using var li = await site.Walker(Village.Li, scripts: false);
        await li.Open($"/questions/{site.Village.Question}");

        await li.Page.Locator("a.term", new() { HasTextString = "duty" }).ClickAsync();

        await li.Sees(Meaning);
        Assert.Equal($"/glossary/{site.Village.Term}/duty", li.Path);
    }
}
