using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>How every page looks and is built, as judges see it.</summary>
[Collection(nameof(AllPages))]
public sealed class LooksTests(VillageSite site)
{
    [Theory]
    [InlineData(null)]
    [InlineData(Village.Li)]
    [InlineData(Village.Amara)]
    [InlineData(Village.Maximiliane)]
    [InlineData(Village.Ruth)]
    public async Task Every_page_is_accessible_in_light_and_dark_wide_and_narrow_and_breaks_no_rule_of_the_browser(string? reader)
    {
        await using var walker = await site.Walker(reader);
        var findings = new List<string>();
        foreach (var page in site.Village.Pages.Where(page => page.Reader == reader))
        {
            walker.Forgive();
            var answer = await walker.Open(page.Address);
            if (answer!.Status != page.Status) findings.Add($"{page}: answered {answer.Status}");
            findings.AddRange((await walker.Page.Findings()).Select(finding => $"{page}: {finding}"));
            // The browser itself says that a page was not there; that is no fault of the page.
            findings.AddRange(walker.Faults.Where(fault => page.Status < 400 || !fault.Contains($"status of {page.Status}", StringComparison.Ordinal)).Select(fault => $"{page}: {fault}"));
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task The_first_page_of_all_is_accessible()
    {
        VillageSite.SkipWithoutChromium();
        await using var empty = await RunningSite.Start(isSetUp: false);
        await using var walker = await site.Walker(null);

        await walker.Open(new Uri(empty.Address, "/setup").ToString());

        Assert.Equal([], (await walker.Page.Findings()).Concat(walker.Faults));
    }

    [Fact]
    public async Task What_opens_on_a_page_is_accessible_too()
    {
        await using var walker = await site.Walker(Village.Amara);
        await walker.Open($"/questions/{site.Village.Question}");

        await walker.Page.EvaluateAsync("document.querySelectorAll('main details, aside details').forEach(details => details.open = true)");
        Assert.Empty(await walker.Page.Findings());
        await walker.Page.Keyboard.PressAsync("?");
        await walker.Page.Locator("#keys-help[open]").WaitForAsync();
        Assert.Empty(await walker.Page.Findings());
        await walker.Page.Keyboard.PressAsync("Escape");
        await walker.Page.EvaluateAsync("document.getElementById('person').showPopover()");
        Assert.Empty(await walker.Page.Findings());
        Assert.Empty(walker.Faults);
    }

    [Theory]
    [InlineData(Village.Li, "/search?q=customs", "#knowers section")]
    [InlineData(Village.Li, "/searches", "main details")]
    [InlineData(Village.Li, "/gaps?state=claimed", "main details")]
    [InlineData(Village.Amara, "/gaps", "main details")]
    public async Task What_opens_and_what_comes_later_on_pages_of_search_is_accessible_too(string reader, string address, string expected)
    {
        await using var walker = await site.Walker(reader);
        await walker.Open(address);
        await walker.Page.Locator(expected).First.WaitForAsync();

        await walker.Page.EvaluateAsync("document.querySelectorAll('main details').forEach(details => details.open = true)");
        Assert.Empty((await walker.Page.Findings()).Concat(walker.Faults));
        Assert.Empty(await walker.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('[id]')].map(e => e.id).filter((id, place, all) => all.indexOf(id) !== place)"));
    }

    [Fact]
    public async Task The_editor_with_its_bar_and_preview_is_accessible()
    {
        await using var walker = await site.Walker(Village.Li);
        await walker.Open("/new/question");
        await walker.Field("Your question").FillAsync("## One\n\n| a | b |\n| - | - |\n| 1 | 2 |");

        await walker.Button("Preview").ClickAsync();
        await walker.Page.Locator("[data-preview] table").WaitForAsync();

        Assert.Empty(await walker.Page.Findings());
        Assert.Empty(walker.Faults);
        await Assertions.Expect(walker.Page.Locator("[data-preview] .prose :is(h2, h3, h4)")).ToHaveTextAsync("One");
    }
}
