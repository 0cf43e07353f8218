using Community.Topics;
using Community.Web.Tests.Attachments;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

[Collection(nameof(Walks))]
public sealed class UploadWalkTests(VillageSite site)
{
    static FilePayload Picture(string name = "shelf.png") => new() { Name = name, MimeType = "image/png", Buffer = Sent.Picture() };

    [Fact]
    public async Task A_picture_is_chosen_described_posted_and_seen_by_somebody_else()
    {
        var topic = await site.Village.Start(Village.Jonas, "loans", TopicKind.Thread, "Which shelf", "Show me.");
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Page.Locator("file-uploads:defined").WaitForAsync();
        await Assertions.Expect(li.Page.Locator("[data-use]")).ToContainTextAsync("of 500 MB used");
        await li.Field("Reply").FillAsync("Here.");
        await li.Field("Pictures and files").SetInputFilesAsync(Picture());
        var words = li.Page.GetByLabel("What does it show, for those who cannot see it?");
        await Assertions.Expect(words).ToBeFocusedAsync();
        Assert.Empty(await li.Page.Findings());

        await li.Button("Reply").ClickAsync();
        await Assertions.Expect(li.Page.Locator("[data-said]")).ToHaveTextAsync("Say first what the picture shows, or put it away.");
        await words.PressAsync("Enter");
        await Assertions.Expect(words).ToHaveAttributeAsync("aria-invalid", "true");
        await words.FillAsync("The [third] shelf, half empty");
        await words.PressAsync("Enter");
        await Assertions.Expect(li.Field("Reply")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^Here\.\n\n!\[The \\\[third\\\] shelf, half empty\]\(/attachments/[0-9]+/shelf\.webp\)\n\n$"));
        await li.Button("Reply").ClickAsync();
        await li.Page.GetByAltText("The [third] shelf, half empty").WaitForAsync();
        Assert.True(li.Faults.Count == 0, string.Join("\n", li.Faults));

        await using var jonas = await site.Walker(Village.Jonas);
        await jonas.Open($"/threads/{topic}");
        var seen = jonas.Page.GetByAltText("The [third] shelf, half empty");
        await seen.ScrollIntoViewIfNeededAsync();
        await jonas.Page.WaitForFunctionAsync("() => [...document.images].every(i => i.complete && i.naturalWidth > 0)");
        Assert.Equal("1000", await seen.GetAttributeAsync("width"));
        Assert.Empty(await jonas.Page.Findings());
        Assert.True(jonas.Faults.Count == 0, string.Join("\n", jonas.Faults));
    }

    [Fact]
    public async Task A_picture_is_pasted_and_a_file_is_dropped()
    {
        await using var li = await site.Walker(Village.Li);
        await li.Open("/new/thread");
        await li.Page.Locator("file-uploads:defined").WaitForAsync();

        foreach (var (act, name, type, content) in new[] { ("paste", "image.png", "image/png", Sent.Picture()), ("drop", "plan.pdf", "application/pdf", "%PDF-1.4"u8.ToArray()) })
            await li.Field("What it is about").EvaluateAsync("""
                (field, { act, name, type, content }) => {
                  const data = new DataTransfer();
                  data.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name, { type }));
                  field.dispatchEvent(act === "paste" ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }) : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                }
                """, new { act, name, type, content = Convert.ToBase64String(content) });
        await li.Page.GetByLabel("It only decorates").First.CheckAsync();
        await li.Button("Put it into the text").ClickAsync();

        await Assertions.Expect(li.Field("What it is about")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"!\[\]\(/attachments/[0-9]+/image\.webp\)"));
        await Assertions.Expect(li.Field("What it is about")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\[plan\.pdf\]\(/attachments/[0-9]+/plan\.pdf\)"));
        Assert.True(li.Faults.Count == 0, string.Join("\n", li.Faults));
    }

    [Fact]
    public async Task A_refused_file_says_why_and_a_broken_line_is_tried_again()
    {
        await using var li = await site.Walker(Village.Li);
        await li.Open("/new/thread");
        await li.Page.Locator("file-uploads:defined").WaitForAsync();
        await li.Field("Pictures and files").SetInputFilesAsync(new FilePayload { Name = "broken.png", MimeType = "image/png", Buffer = Sent.Picture()[..100] });
        await Assertions.Expect(li.Page.Locator("[data-said]")).ToContainTextAsync("This picture cannot be read");
        await li.Button("Put broken.png away").ClickAsync();
        await Assertions.Expect(li.Page.Locator(".uploads li")).ToHaveCountAsync(0);

        await li.Page.RouteAsync("**/attachments?name=*", route => route.AbortAsync());
        await li.Field("Pictures and files").SetInputFilesAsync(new FilePayload { Name = "list.txt", MimeType = "text/plain", Buffer = "a list"u8.ToArray() });
        await Assertions.Expect(li.Page.Locator("[data-said]")).ToContainTextAsync("It did not get through");
        await li.Page.UnrouteAllAsync();
        await li.Button("Try again").ClickAsync();
        await Assertions.Expect(li.Field("What it is about")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"\[list\.txt\]\(/attachments/"));
    }

    [Fact]
    public async Task Without_scripts_files_come_with_the_form_and_nothing_is_lost()
    {
        var topic = await site.Village.Start(Village.Jonas, "loans", TopicKind.Thread, "Which tape", "Show me.");
        await using var li = await site.Walker(Village.Li, scripts: false);
        await li.Open($"/threads/{topic}");
        await li.Field("Reply").FillAsync("Plainly.");
        await li.Field("Pictures and files").SetInputFilesAsync(Picture("tape.png"));
        await li.Button("Reply").ClickAsync();
        await li.Sees("Your files stand at the end of the text");

        var text = await li.Field("Reply").InputValueAsync();
        await li.Field("Reply").FillAsync(text.Replace("![]", "![Linen tape]", StringComparison.Ordinal));
        await li.Button("Reply").ClickAsync();

        await li.Page.GetByAltText("Linen tape").WaitForAsync();
        Assert.Equal(1, await li.Page.GetByAltText("Linen tape").CountAsync());
        await li.Sees("Plainly.");
    }
}
