using Community.Web.Tests.Attachments;
using Community.Web.Tests.Running;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>Both programs die while somebody writes; what was written goes on elsewhere.</summary>
public sealed class KilledWalkTests : IAsyncLifetime
{
    const string Reader = "Li Wen", Title = "The shelf by the window bends", Seen = "A shelf that bends in the middle";

    readonly ServedProgram program = new();
    readonly Chromium chromium = new();

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Program is null) return;

        await program.SetUp();
        Assert.Equal(0, (await program.Run(["person", "add", Reader, "--email", RunningSite.EmailOf(Reader), "--password-stdin"], ServedProgram.Password)).Code);
        await program.Serve();
    }

    [Fact]
    public async Task A_draft_and_its_picture_survive_a_killed_browser_and_a_killed_server()
    {
        VillageSite.SkipWithoutChromium();
        string typed;
        await using (var dying = new Chromium())
        {
            var desk = await SignIn(dying, ServedProgram.Email);
            await desk.Open("/new/thread");
            await desk.Page.Locator("file-uploads:defined").WaitForAsync();
            await desk.Field("Title").FillAsync(Title);
            await desk.Field("What it is about").FillAsync("Look at it before it falls.");
            await desk.Field("Pictures and files").SetInputFilesAsync(new FilePayload { Name = "shelf.png", MimeType = "image/png", Buffer = Sent.Picture() });
            await desk.Page.GetByLabel("What does it show, for those who cannot see it?").FillAsync(Seen);
            var saved = desk.Page.WaitForResponseAsync(answer => new Uri(answer.Url).AbsolutePath == "/drafts" && answer.Request.PostData?.Contains("shelf.webp", StringComparison.Ordinal) == true);
            await desk.Button("Put it into the text").ClickAsync();
            Assert.Equal(200, (await saved).Status);
            typed = await desk.Field("What it is about").InputValueAsync();
            Assert.Matches(@"^Look at it before it falls\.\s+!\[" + Seen + @"\]\(/attachments/[0-9]+/shelf\.webp\)\s*$", typed);

            program.Signal("KILL");
            Assert.Equal(128 + 9, await program.Ended());
            dying.Kill();
        }

        await program.Serve();
        await using var phone = await SignIn(chromium, ServedProgram.Email, width: 360);
        await phone.Open("/drafts");
        await phone.Link($"Continue {Title}").ClickAsync();
        await Assertions.Expect(phone.Field("What it is about")).ToHaveValueAsync(typed);
        await phone.Page.Locator("markdown-editor:defined").WaitForAsync();
        await phone.Button("Start").ClickAsync();
        await phone.Arrives("**/threads/*/*");

        await using var li = await SignIn(chromium, RunningSite.EmailOf(Reader));
        await li.Open(new Uri(phone.Page.Url).AbsolutePath);
        await li.Page.GetByAltText(Seen).ScrollIntoViewIfNeededAsync();
        await li.Page.WaitForFunctionAsync("words => { const picture = document.querySelector(`.post img[alt=\"${words}\"]`); return picture?.complete && picture.naturalWidth > 0; }", Seen);
        await phone.Open("/drafts");
        await phone.Sees("No drafts");
        Assert.Empty(li.Faults);
    }

    async Task<Walker> SignIn(Chromium browser, string email, int width = 1280)
    {
        var context = await (await browser.Start()).NewContextAsync(new() { BaseURL = program.Address.ToString(), ViewportSize = new() { Width = width, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        var walker = await Walker.Begin(context, scripts: true);
        await walker.Open("/sign-in");
        await walker.Field("Work address").FillAsync(email);
        await walker.Field("Password").FillAsync(ServedProgram.Password);
        await walker.Button("Sign in").ClickAsync();
        await walker.Arrives("**/");
        return walker;
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await program.DisposeAsync();
    }
}
