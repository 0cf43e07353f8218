using Community.Notes.Care;
using Community.Notes.Paths;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>The loop from talk to practice and back, by keyboard alone.</summary>
[Collection(nameof(Walks))]
public sealed class LoopWalkTests(VillageSite site)
{
    [Fact]
    public async Task A_note_is_distilled_and_a_source_taken_back_without_a_mouse()
    {
        var village = site.Village;
        var thread = await village.Start(Village.Maximiliane, "loans", TopicKind.Thread, "Where the night keys hang", "Who has seen them?");
        var first = await village.Add(Village.Li, thread, Part.Reply, "Behind the door of the sorting room, on the second hook.");
        var second = await village.Add(Village.Tomas, thread, Part.Reply, "The spare ones lie in the safe, in the blue envelope.");
        await using var jonas = await site.Walker(Village.Jonas);
        await using var li = await site.Walker(Village.Li);
        var (keys, hers) = (new Keyboard(jonas.Page), new Keyboard(li.Page));

        await jonas.Open($"/threads/{thread}");
        foreach (var post in new[] { first, second })
        {
            await keys.StepTo("j", $"#post-{post}");
            await jonas.Page.RunAndWaitForResponseAsync(() => keys.Press("d"), answer => answer.Url.EndsWith("/bench/passages", StringComparison.Ordinal));
        }

        // Somebody else's words from another site are gathered like one's own.
        await jonas.Open($"/questions/{village.Imported}");
        await keys.Press("j");
        await jonas.Page.RunAndWaitForResponseAsync(() => keys.Press("d"), answer => answer.Url.EndsWith("/bench/passages", StringComparison.Ordinal));

        await jonas.Open("/bench");
        for (var passage = 0; passage < 3; passage++)
        {
            await keys.TabTo($".passage[data-passage]:nth-of-type({passage + 1}) > input");
            await keys.Press("Space");
        }

        await keys.TabTo("#into");
        await keys.Press("ArrowDown");
        await keys.TabTo("button[value=put]");
        await keys.Press("Enter");
        await jonas.Sees("in the note as c");
        await keys.TabTo("#title");
        await keys.Type("The keys at night");
        await keys.TabTo("#space");
        await keys.Type((await jonas.Page.Locator("#space option[value=loans]").InnerTextAsync())[..4]);
        await keys.TabTo("button[value=publish]");
        await keys.Press("Enter");
        await jonas.Arrives("**/notes/*/the-keys-at-night");
        var note = jonas.Path;
        await keys.TabTo(".siglum");
        await keys.Press("Enter");
        await jonas.Arrives("**#src-a");

        await li.Open($"/posts/{first}");
        await hers.TabTo($"#post-{first} details:has(button[formaction$='/withdraw']) > summary");
        await hers.Press("Enter");
        await hers.TabTo($"#post-{first} button[formaction$='/withdraw']");
        await hers.Press("Enter");
        await li.Sees("Its author took it back");
        for (var tries = 0; tries < 40; tries++)
        {
            await jonas.Open(note);
            if (!await jonas.Shows("on the second hook")) break;

            await Task.Delay(50);
        }

        await jonas.Sees("Source taken back");
        Assert.False(await jonas.Shows("on the second hook"));
        Assert.Empty(jonas.Faults.Concat(li.Faults));
    }

    [Fact]
    public async Task A_change_is_suggested_and_half_of_it_taken_without_a_mouse()
    {
        var village = site.Village;
        var note = await village.Start(Village.Li, "loans", TopicKind.Note, "How the carts are parked", "They stand by the lift.\n\nTheir brakes are on.");
        await using var tomas = await site.Walker(Village.Tomas);
        await using var li = await site.Walker(Village.Li);
        var (his, hers) = (new Keyboard(tomas.Page), new Keyboard(li.Page));

        await tomas.Open($"/notes/{note}");
        await his.TabTo("a.button[href$='/suggest']");
        await his.Press("Enter");
        await his.TabTo("#body");
        await his.Press("Control+Home");
        await his.Type("Before noon: ");
        await his.Press("Control+End");
        await his.Type("\n\nNever before the fire door.");
        await his.TabTo("#summary");
        await his.Type("The fire warden asked.");
        await his.TabTo("form.composer button[type=submit].strong");
        await his.Press("Enter");
        await tomas.Arrives("**/suggestions/*");

        await li.Open($"/notes/{note}");
        await hers.TabTo("a[href$='/suggestions']");
        await hers.Press("Enter");
        await hers.TabTo("main a[href^='/suggestions/']");
        await hers.Press("Enter");
        await hers.TabTo("#part-0");
        await hers.Press("Space");
        await hers.TabTo("#word");
        await hers.Type("They are moved after noon now.");
        await hers.TabTo("button[value=ticked]");
        await hers.Press("Enter");
        await li.Sees("taken in part by");
        await tomas.Open($"/notes/{note}");
        await tomas.Sees("Never before the fire door.");
        Assert.False(await tomas.Shows("Before noon:"));
        Assert.Empty(tomas.Faults.Concat(li.Faults));
    }

    [Fact]
    public async Task What_did_not_work_waits_for_who_keeps_the_note_until_a_revision_answers_it()
    {
        var village = site.Village;
        var note = await village.Start(Village.Li, "loans", TopicKind.Note, "Labels for the interlibrary van", "Print them on the grey machine.");
        await using var tomas = await site.Walker(Village.Tomas);
        await using var li = await site.Walker(Village.Li);
        var (his, hers) = (new Keyboard(tomas.Page), new Keyboard(li.Page));

        await tomas.Open($"/notes/{note}");
        await his.TabTo("#report input[name=Line]");
        await his.Type("The grey machine is gone.");
        await his.TabTo("#report button[value=Failed]");
        await his.Press("Enter");
        await tomas.Sees("The grey machine is gone.");

        await Eventually(li, "/tasks", "The grey machine is gone.");
        await hers.TabTo(".task a[href*='answers=']");
        await hers.Press("Enter");
        await hers.TabTo("#body");
        await hers.Press("Control+A");
        await hers.Type("Print them at the desk.");
        await hers.TabTo("#summary");
        await hers.Type("The machine moved");
        await hers.Press("Control+Enter");
        await li.Arrives("**/notes/**");
        await li.Open("/tasks");
        Assert.False(await li.Shows("The grey machine is gone."));
        await li.Open("/tasks?state=done");
        await li.Sees("The grey machine is gone.");
        Assert.Empty(tomas.Faults.Concat(li.Faults));
    }

    [Fact]
    public async Task A_newcomer_walks_the_path_to_its_end()
    {
        var village = site.Village;
        var notes = new[] { await village.Start(Village.Li, "loans", TopicKind.Note, "First: the desk", "Sit down."), await village.Start(Village.Li, "loans", TopicKind.Note, "Then: the till", "Count it.") };
        var path = await site.Site.Verb<MakePath>().Run(village[Village.Li], "loans", "Lending desk, first week", "You open the desk alone.");
        foreach (var note in notes) await site.Site.Verb<AddStation>().Run(village[Village.Li], path, note, null, "Everybody asks about it.");
        await site.Site.Verb<AddStation>().Run(village[Village.Li], path, null, village[Village.Li], "She knows where the float is.");
        await using var newcomer = await site.Walker(Village.Jonas);
        var keys = new Keyboard(newcomer.Page);

        await newcomer.Open("/");
        await newcomer.Sees("Start here");
        await keys.TabTo(".start-here a[href^='/paths/']");
        await keys.Press("Enter");
        await newcomer.Arrives("**/paths/**");
        foreach (var mark in new[] { "read", "read", "asked" })
        {
            var station = await newcomer.Page.Locator(".way > .next").GetAttributeAsync("id");
            await keys.TabTo($"#{station} button[formaction*='mark={mark}']");
            await keys.Press("Enter");
            await newcomer.Page.WaitForFunctionAsync("id => !document.getElementById(id).matches('.next')", station);
        }

        await newcomer.Sees("You walked it to the end.");
        await newcomer.Open("/");
        Assert.False(await newcomer.Shows("Lending desk, first week"));
        Assert.Empty(newcomer.Faults);
    }

    /// <summary>On a site of its own, whose clock is put forward.</summary>
    [Fact]
    public async Task A_note_whose_review_date_passes_is_due_until_somebody_has_checked_it()
    {
        VillageSite.SkipWithoutChromium();
        await using var later = new VillageSite();
        await later.InitializeAsync();
        await later.Village.Start(Village.Li, "loans", TopicKind.Note, "Who waters the fern", "Whoever opens.");
        await later.Site.Verb<TendNotes>().Run(TestContext.Current.CancellationToken);
        later.Site.Clock.Forward(TimeSpan.FromDays(400));
        await later.Site.Verb<RemindStewards>().Run(TestContext.Current.CancellationToken);
        await using var li = await later.Walker(Village.Li);
        var keys = new Keyboard(li.Page);

        await Eventually(li, "/due", "Who waters the fern");
        var row = li.Page.Locator("main li", new() { HasText = "Who waters the fern" });
        await Assertions.Expect(row.GetByText("Due since")).ToBeVisibleAsync();
        var check = await row.Locator("form[action$='/check']").GetAttributeAsync("action");
        await keys.TabTo($"form[action='{check}'] button");
        await keys.Press("Enter");
        await li.Sees("Checked. It counts as verified until the next review.");
        Assert.False(await li.Shows("Who waters the fern"));
        Assert.True(await later.Site.Store.Read(db => db.Topics.AnyAsync(t => t.Title == "Who waters the fern")));
        Assert.Empty(li.Faults);
    }

    static async Task Eventually(Walker walker, string address, string words)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            await walker.Open(address);
            if (await walker.Shows(words)) return;

            await Task.Delay(100);
        }

        await walker.Sees(words);
    }
}
