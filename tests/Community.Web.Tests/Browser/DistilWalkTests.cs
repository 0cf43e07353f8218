using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>From what was said to a practice note, and what becomes of it when its sources change.</summary>
[Collection(nameof(Walks))]
public sealed class DistilWalkTests(VillageSite site)
{
    const string Empty = "Whoever closes empties the box at half past eight and checks in straight away.";
    const string Backdate = "In the window press F6 and set the date of yesterday before you scan anything.";
    const string Recall = "Recalls run in the same job, so look at them before the evening.";

    [Fact]
    public async Task A_note_is_made_of_three_passages_and_follows_what_becomes_of_them()
    {
        var village = site.Village;
        var thread = await village.Start(Village.Maximiliane, "loans", TopicKind.Thread, "What lies in the box at night", "Who empties it, and when?");
        var first = await village.Add(Village.Li, thread, Part.Reply, $"{Empty}\n\nThat is how it is with us.");
        var second = await village.Add(Village.Tomas, thread, Part.Reply, Backdate);
        var third = await village.Opening(await village.Start(Village.Li, "loans", TopicKind.Thread, "Recalls in the evening", Recall));
        await using var jonas = await site.Walker(Village.Jonas);
        await using var li = await site.Walker(Village.Li);

        await jonas.Open($"/posts/{first}");
        await Select(jonas, first, "p:first-child");
        await jonas.Page.Locator(".quote-popup [data-bench-selection]").ClickAsync();
        await jonas.Sees("It lies on your bench.");
        await jonas.Post(second).FocusAsync();
        await Gathers(jonas, () => jonas.Page.Keyboard.PressAsync("d"));
        await jonas.Open($"/posts/{third}");
        await Gathers(jonas, () => jonas.Post(third).GetByRole(AriaRole.Button, new() { Name = "Bench" }).ClickAsync());

        await jonas.Open("/bench");
        Assert.Equal([Empty, Backdate, Recall], await jonas.Page.Locator(".bench ol:first-of-type > .passage[data-passage] label").AllInnerTextsAsync());
        await jonas.Field("Title").FillAsync("Emptying the box at night");
        await jonas.Page.Locator("form[data-bench-form][data-begun]").WaitForAsync();
        await jonas.Page.Locator(".passage[data-passage]").Nth(0).DragToAsync(jonas.Page.Locator("[data-section='0']"));
        await jonas.Sees("in the note as a");
        await PutByKeys(jonas, 1, "0");
        await jonas.Sees("in the note as b");
        await PutByKeys(jonas, 2, "3");
        await jonas.Sees("in the note as c");
        Assert.Equal("Emptying the box at night", await jonas.Field("Title").InputValueAsync());
        await jonas.Field("Space").SelectOptionAsync("loans");
        await jonas.Button("Publish the note").ClickAsync();
        await jonas.Arrives("**/notes/*/emptying-the-box-at-night");
        var note = jonas.Path;
        Assert.Equal(["a", "b", "c"], await jonas.Page.Locator(".siglum").EvaluateAllAsync<string[]>("all => all.map(one => one.lastChild.textContent)"));

        await li.Open($"/posts/{first}");
        await li.Post(first).GetByText("Distilled into").WaitForAsync();
        await Hears(li, "distilled your post into this note: what did it miss?");

        await li.Open($"/posts/{third}/edit");
        await li.Field("Text").FillAsync("Recalls do not run at night any more.");
        await li.Button("Save").ClickAsync();
        await li.Arrives("**/threads/**");
        await jonas.Open(note);
        await jonas.Sees("Source changed");
        await jonas.Button("It still holds").ClickAsync();
        await jonas.Page.WaitForFunctionAsync("() => !document.body.innerText.includes('Source changed')");

        await li.Open($"/posts/{first}");
        await li.Post(first).GetByRole(AriaRole.Group).Filter(new() { Has = li.Page.GetByText("More for this post") }).Locator("summary").Last.ClickAsync();
        await li.Post(first).GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await li.Sees("Its author took it back");
        await site.Site.Quiet();
        await jonas.Open(note);
        await jonas.Sees("Source taken back");
        Assert.False(await jonas.Shows(Empty));
        Assert.True(await jonas.Shows(Backdate));
        Assert.Empty(jonas.Faults);
    }

    [Fact]
    public async Task A_change_is_suggested_and_half_of_it_taken_without_scripts()
    {
        var village = site.Village;
        var note = await village.Start(Village.Li, "loans", TopicKind.Note, "Whom the driver asks", "The driver asks at the desk.\n\nThe key hangs behind the door.");
        await using var tomas = await site.Walker(Village.Tomas, scripts: false);
        await using var li = await site.Walker(Village.Li, scripts: false);

        await tomas.Open($"/notes/{note}");
        await tomas.Link("Suggest a change").ClickAsync();
        await tomas.Field("The note as it should be").FillAsync("The driver asks at the side door.\n\nThe key hangs behind the door.\n\nRing twice.");
        await tomas.Button("Suggest it").ClickAsync();
        await tomas.Field("Why, and how you know").FillAsync("The desk moved in May.");
        await tomas.Button("Suggest it").ClickAsync();
        await tomas.Sees("waits for an answer");

        await li.Open($"/notes/{note}");
        await li.Link("Suggestions").ClickAsync();
        await li.Link("The desk moved in May.").ClickAsync();
        await li.Page.GetByLabel("Change 2").UncheckAsync();
        await li.Button("Take what is ticked").ClickAsync();
        await li.Sees("Say why something is left out");
        await li.Field($"A word to {Village.Tomas}").FillAsync("The bell is broken.");
        await li.Button("Take what is ticked").ClickAsync();
        await li.Sees("taken in part by");

        await tomas.Open($"/notes/{note}");
        await tomas.Sees("The driver asks at the side door.");
        Assert.False(await tomas.Shows("Ring twice."));
        await Hears(tomas, "decided on your suggestion");
    }

    [Fact]
    public async Task Two_who_edit_at_once_both_have_their_text_and_are_asked_where_they_meet()
    {
        var village = site.Village;
        var note = await village.Start(Village.Li, "loans", TopicKind.Note, "Where the trolley stands", "It stands by the lift.\n\nIt comes back at noon.");
        var text = await village.Opening(note);
        await using var li = await site.Walker(Village.Li);
        await using var amara = await site.Walker(Village.Amara);
        await li.Open($"/posts/{text}/edit");
        await li.Field("Text").FillAsync("It stands by the stairs.\n\nIt comes back at noon.");
        await li.Page.Locator("[data-draft-state]").GetByText("Draft saved").WaitForAsync();
        await amara.Open($"/posts/{text}/edit");
        await amara.Sees("Li Wen is editing this, too.");
        await li.Button("Save").ClickAsync();
        await li.Arrives("**/notes/**");
        await amara.Field("Text").FillAsync("It stands by the lift.\n\nIt comes back at one.");
        await amara.Button("Save").ClickAsync();
        await amara.Arrives("**/notes/**");
        await amara.Sees("It stands by the stairs.");
        await amara.Sees("It comes back at one.");
    }

    static async Task Gathers(Walker walker, Func<Task> act) => await walker.Page.RunAndWaitForResponseAsync(act, response => response.Url.EndsWith("/bench/passages", StringComparison.Ordinal));

    static async Task Hears(Walker walker, string notice)
    {
        for (var tries = 0; tries < 40 && !await walker.Shows(notice); tries++)
        {
            await Task.Delay(100);
            await walker.Open("/notifications");
        }

        Assert.True(await walker.Shows(notice));
    }

    static async Task PutByKeys(Walker walker, int passage, string section)
    {
        var keys = new Keyboard(walker.Page);
        await walker.Page.Locator("main").FocusAsync();
        await keys.TabTo($".passage[data-passage]:nth-of-type({passage + 1}) > input");
        await keys.Press("Space");
        await keys.TabTo("#into");
        await walker.Page.Locator("#into").SelectOptionAsync(section);
        await keys.TabTo("button[value=put]");
        await keys.Press("Enter");
    }

    static async Task Select(Walker walker, long post, string inside) => await walker.Page.EvaluateAsync(
        "([post, inside]) => { const range = document.createRange(); range.selectNodeContents(document.querySelector(`#post-${post} .prose ${inside}`)); getSelection().removeAllRanges(); getSelection().addRange(range); }", new object[] { post, inside });
}
