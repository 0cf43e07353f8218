using Community.Notes.Paths;
using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class BadInputTests(VillageSite site)
{
    const string Unlock = "document.querySelectorAll('main [required], main [maxlength]').forEach(field => { field.removeAttribute('required'); field.removeAttribute('maxlength'); })";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_be_taken_comes_back_with_its_reason_and_every_word(bool scripts)
    {
        await using var li = await site.Walker(Village.Li, scripts);
        foreach (var (title, body, reason) in new[]
        {
            ("A title", "", "Write something first; the text is empty."),
            (new string('t', 201), "A body that I do not want to lose.", "A title has 1 to 200 characters."),
            ("A title", new string('b', 70_000), "at most 65536 fit"),
        })
        {
            await li.Open("/new/thread?space=loans");
            await li.Page.EvaluateAsync(Unlock);
            await li.Field("Title").FillAsync(title);
            await li.Field("What it is about").FillAsync(body);
            await li.Button("Start").ClickAsync();

            await li.Sees("Not sent; your text is kept.");
            await li.Sees(reason);
            await Assertions.Expect(li.Field("Title")).ToHaveValueAsync(title);
            await Assertions.Expect(li.Field("What it is about")).ToHaveValueAsync(body);
        }
    }

    /// <summary>Many fields share a list of headings here, under which a browser has been seen to crash.</summary>
    [Fact]
    public async Task A_path_that_cannot_be_changed_so_is_shown_again_with_what_was_typed()
    {
        var path = await site.Site.Verb<MakePath>().Run(site.Village[Village.Li], "loans", "The first week with parcels", "Alone at the parcel desk.");
        foreach (var topic in new[] { site.Village.Note, site.Village.Question, site.Village.Thread }) await site.Site.Verb<AddStation>().Run(site.Village[Village.Li], path, topic, null, "Read it.", "In the first week");
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/paths/keep/{path}");

        await li.Page.Locator("ol.stations input[name=Why]").First.FillAsync("The card is 4111 1111 1111 1111.");
        await li.Page.Locator("ol.stations button[value=explain]").First.ClickAsync();
        await li.Sees("Put it in other words");
        await Assertions.Expect(li.Page.Locator("ol.stations input[name=Why]").First).ToHaveValueAsync("The card is 4111 1111 1111 1111.");
        await li.Field("Or the address of any note, topic or person").FillAsync("somewhere");
        await li.Button("Add it").ClickAsync();
        await li.Sees("Paste the address of its page.");
        await Assertions.Expect(li.Field("Or the address of any note, topic or person")).ToHaveValueAsync("somewhere");
        Assert.Empty(await li.Page.Findings());
    }

    [Fact]
    public async Task A_stale_edit_shows_both_texts_and_can_then_be_saved()
    {
        var topic = await site.Village.Start(Village.Li, "loans", TopicKind.Thread, "Two pens, one sheet", "The first line.\n\nThe second line.");
        var post = await site.Village.Opening(topic);
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/posts/{post}/edit");
        await site.Site.Verb<RevisePost>().Run(site.Village[Village.Amara], post, new Edit("The first line, by Amara.\n\nThe second line.", "", 1));

        await li.Field("Text").FillAsync("The first line, by Li.\n\nThe second line.");
        await li.Button("Save").ClickAsync();

        await li.Sees("saved revision 2 while you wrote");
        await Assertions.Expect(li.Field("What stands now, to copy from")).ToHaveValueAsync("The first line, by Amara.\n\nThe second line.");
        await Assertions.Expect(li.Field("Text")).ToHaveValueAsync("The first line, by Li.\n\nThe second line.");
        Assert.Empty(await li.Page.Findings());
        Assert.All(li.Faults, fault => Assert.Contains("status of 409", fault, StringComparison.Ordinal));
        await li.Field("Text").FillAsync("The first line, by Amara and Li.\n\nThe second line.");
        await li.Button("Save").ClickAsync();
        await li.Arrives("**/threads/**");
        await li.Sees("by Amara and Li");
    }

    [Fact]
    public async Task A_topic_that_is_closed_while_one_types_keeps_the_text()
    {
        var topic = await site.Village.Start(Village.Jonas, "loans", TopicKind.Thread, "Quick, before it closes", "Say something.");
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Field("Reply").FillAsync("This took me an hour to write.");
        await site.Site.Verb<CloseTopic>().Run(site.Village[Village.Jonas], topic, Outcome.Nothing, "Too late.");

        await li.Page.Locator("form#reply").GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();

        await li.Sees("This topic is closed.");
        await Assertions.Expect(li.Page.Locator("main textarea")).ToHaveValueAsync("This took me an hour to write.");
    }

    [Fact]
    public async Task Two_clicks_on_the_button_send_once()
    {
        var topic = await site.Village.Start(Village.Jonas, "loans", TopicKind.Thread, "Nervous fingers", "Click.");
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Field("Reply").FillAsync("Only one of these, please.");

        await li.Page.Locator("form#reply").GetByRole(AriaRole.Button, new() { Name = "Reply" }).DblClickAsync();

        await li.Page.Locator(".post", new() { HasText = "Only one of these, please." }).First.WaitForAsync();
        await Task.Delay(500);
        Assert.Equal(2, await site.Site.Store.Read(db => Task.FromResult(db.Posts.Count(p => p.TopicId == topic))));
    }
}
