namespace Community.Web.Tests.Browser;

/// <summary>The pages around search, by keyboard alone; every stop on the way shows where the focus is.</summary>
[Collection(nameof(Walks))]
public sealed class SearchKeysTests(VillageSite site)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_gap_is_taken_up_and_given_back_without_a_mouse(int width)
    {
        await using var li = await site.Walker(Village.Li, width: width);
        var keys = new Keyboard(li.Page);
        await li.Open("/gaps");

        await keys.TabTo("form[action$='/claim'] button");
        await keys.Press("Enter");
        await li.Arrives("**/gaps?state=claimed");
        await li.Sees("You write this");
        await keys.TabTo("details summary");
        await keys.Press("Enter");
        await keys.TabTo("input[name=topic]");
        await keys.TabTo("form[action$='/give-back'] button");
        await keys.Press("Enter");
        await li.Arrives("**/gaps");
        await li.Sees("It is open to others again.");
        Assert.Empty(li.Faults);
    }

    [Fact]
    public async Task A_search_is_kept_renamed_deleted_and_brought_back_without_a_mouse()
    {
        await using var li = await site.Walker(Village.Li);
        var keys = new Keyboard(li.Page);
        await li.Open("/search?q=yellow+sticker");

        await keys.TabTo(".save-search summary");
        await keys.Press("Enter");
        await keys.TabTo("#search-name");
        await keys.Type("Stickers");
        await keys.Press("Enter");
        await li.Arrives("**/searches");
        await keys.TabTo("details summary");
        await keys.Press("Enter");
        await keys.TabTo("input[name=name]");
        await keys.Type("Stickers that come back");
        await keys.Press("Enter");
        await li.Sees("Stickers that come back");
        foreach (var (act, address) in new[] { ("delete", "**/searches?deleted=*"), ("restore", "**/searches"), ("delete", "**/searches?deleted=*") })
        {
            await keys.TabTo($"form[action$='/{act}'] button");
            await keys.Press("Enter");
            await li.Arrives(address);
        }

        Assert.Empty(li.Faults);
    }

    [Fact]
    public async Task A_person_and_a_word_are_found_without_a_mouse()
    {
        await using var li = await site.Walker(Village.Li);
        var keys = new Keyboard(li.Page);
        await li.Open("/experts");
        await keys.TabTo("#subject");
        await keys.Type("customs");
        await keys.Press("Enter");
        await li.Arrives("**/experts?q=customs*");
        await keys.TabTo("main a[href^='/people/']");

        await li.Open("/glossary");
        await keys.TabTo("#q");
        await keys.Type("duty");
        await keys.Press("Enter");
        await li.Arrives("**/glossary?q=duty*");
        await keys.TabTo($"main a[href^='/glossary/{site.Village.Term}/']");
        await keys.Press("Enter");
        await li.Sees("What the customs want for a thing");
        Assert.Empty(li.Faults);
    }
}
