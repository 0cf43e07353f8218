using Community.Topics;
using Community.Topics.Checks;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>What is looked at before others see it, and in whose name it is said, on three screens.</summary>
[Collection(nameof(Walks))]
public sealed class HoldingWalkTests(VillageSite site)
{
    [Fact]
    public async Task A_card_is_masked_and_a_watched_subject_waits_is_returned_mended_approved_and_only_then_seen_live_and_found()
    {
        await site.Site.Verb<ReadyGuards>().Run();
        await site.Site.Verb<KeepGuardRule>().Run(null, null, GuardKind.Subject, new GuardWords("Running tender", "quincunxial tender", CheckDigit.None, GuardAct.Hold, "Prices of running tenders are secret.", "That there is one.", site.Village[Village.Ruth], null, site.Site.Clock.GetUtcNow().UtcDateTime.AddDays(30)));
        var topic = await site.Village.Start(Village.Jonas, "loans", TopicKind.Thread, "What came of the offer?", "Tell, please.");
        await using var li = await site.Walker(Village.Li);
        await using var jonas = await site.Walker(Village.Jonas);
        await using var amara = await site.Walker(Village.Amara);
        var reply = li.Page.Locator("#reply-text");
        await jonas.Open($"/threads/{topic}");

        await li.Open($"/threads/{topic}");
        await reply.FillAsync("Paid with 4111 1111 1111 1111.");
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Sees("Payment card");
        li.Forgive();
        Assert.Empty(await li.Page.Findings());
        await li.Button("Mask it and send").ClickAsync();
        await jonas.Page.Locator(".live-bar", new() { HasText = "1 new reply" }).ClickAsync();
        await jonas.Sees("Paid with •••• •••• •••• 1111.");

        await li.Open($"/threads/{topic}");
        await reply.FillAsync("The quincunxial tenders of Bell & Sons are high.");
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Sees("Prices of running tenders are secret.");
        li.Forgive();
        await li.Page.GetByLabel("Send it to somebody who looks first").CheckAsync();
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Arrives("**/submissions/*");
        var waits = li.Path;

        // On a phone the list comes first, and then what was chosen alone.
        await amara.Page.SetViewportSizeAsync(360, 800);
        await amara.Open("/moderation/queue");
        await amara.Page.Locator(".queue a", new() { HasText = "What came of the offer?" }).ClickAsync();
        await amara.Button("Look at it").ClickAsync();
        Assert.False(await amara.Page.Locator(".queue").IsVisibleAsync());
        await amara.Page.SetViewportSizeAsync(1280, 900);
        await amara.Field("Reason or remark").FillAsync("Without the name, please.");
        await amara.Page.Keyboard.PressAsync("Control+Enter");
        await amara.Sees("Returned to its author");

        await li.Open(waits);
        await li.Sees("Without the name, please.");
        await li.Field("Text").FillAsync("The quincunxial tenders are high.");
        await li.Button("Send it again").ClickAsync();
        await li.Sees("It waits for somebody to look.");
        await jonas.Open("/search?q=quincunxial");
        Assert.False(await jonas.Shows("tenders are high"));
        await jonas.Open($"/threads/{topic}");

        // The second time by keys alone.
        await amara.Open("/moderation/queue");
        var row = await amara.Page.Locator(".queue a", new() { HasText = "What came of the offer?" }).GetAttributeAsync("href");
        await new Keyboard(amara.Page).StepTo("j", $".queue a[href='{row}']");
        await amara.Page.Keyboard.PressAsync("Enter");
        await amara.Button("Look at it").WaitForAsync();
        await amara.Page.Keyboard.PressAsync("t");
        await amara.Button("Approve").WaitForAsync();
        Assert.Empty(await amara.Page.Findings());
        await amara.Page.Keyboard.PressAsync("s");
        await Assertions.Expect(amara.Field("Reason or remark")).ToBeFocusedAsync();
        await amara.Page.Keyboard.PressAsync("Escape");
        await amara.Page.Keyboard.PressAsync("a");
        await amara.Sees("Approved");
        await jonas.Page.Locator(".live-bar", new() { HasText = "1 new reply" }).ClickAsync();
        await jonas.Sees("The quincunxial tenders are high.");
        await site.Site.Quiet();
        await jonas.Open("/search?q=quincunxial");
        await jonas.Link("What came of the offer?").First.WaitForAsync();
        Assert.Equal([], jonas.Faults.Concat(amara.Faults));
    }
}
