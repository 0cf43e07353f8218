using Community.Topics;
using Microsoft.Playwright;

namespace Community.Web.Tests.Live;

/// <summary>What a reader sees in a real browser while others write.</summary>
public sealed class LivePageTests(LiveVillage village) : IClassFixture<LiveVillage>, IAsyncLifetime
{
    IPlaywright playwright = null!;
    IBrowser chromium = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } path ? path : "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        playwright.Dispose();
    }

    [Fact]
    public async Task Who_asked_and_waits_sees_the_answer_appear()
    {
        var question = await village.Start("Nora Berg", kind: TopicKind.Question);
        var page = await Open("Nora Berg", $"/questions/{question}/x");

        await village.Reply("Bob Lindqvist", question, "Blotting paper, and a fan.", Part.Answer);

        await page.Locator("article.post.answer", new() { HasText = "Blotting paper, and a fan." }).WaitForAsync(Soon);
        await page.Locator("#announcements", new() { HasText = "1 new answer" }).WaitForAsync(new() { Timeout = 5_000, State = WaitForSelectorState.Attached });
        Assert.Equal("1 answer", await page.Locator("#answers").TextContentAsync());
        Assert.Equal(0, await page.Locator("[data-empty]").CountAsync());
    }

    [Fact]
    public async Task Who_asked_and_is_elsewhere_sees_the_bell_count()
    {
        var question = await village.Start("Dora Elsewhere", kind: TopicKind.Question);
        var page = await Open("Dora Elsewhere", "/spaces");

        await village.Reply("Bob Lindqvist", question, "Blotting paper, and a fan.", Part.Answer);

        await page.Locator(".masthead [data-bell] .bubble:text-is('1')").WaitForAsync(Soon);
    }

    [Fact]
    public async Task New_replies_in_a_thread_are_announced_by_a_bar_and_stand_in_their_place_when_it_is_pressed()
    {
        var thread = await village.Start("Alice Moreau");
        await village.Reply("Carla Nunes", thread, "An old reply.");
        var page = await Open("Bob Lindqvist", $"/threads/{thread}/x");

        var first = await village.Reply("Carla Nunes", thread, "First new reply.");
        await village.Reply("Carla Nunes", thread, "Second new reply.");
        var bar = page.Locator(".live-bar a", new() { HasText = "2 new replies" });
        await bar.WaitForAsync(Soon);
        Assert.Equal(0, await page.GetByText("First new reply.").CountAsync());

        await bar.ClickAsync();
        await page.GetByText("Second new reply.").WaitForAsync(Soon);
        Assert.Equal($"post-{first}", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Equal(0, await page.Locator(".live-bar").CountAsync());
    }

    [Fact]
    public async Task A_change_shows_in_its_place_and_waits_where_somebody_is_writing()
    {
        var thread = await village.Start("Alice Moreau");
        var (calm, busy) = (await village.Reply("Carla Nunes", thread, "The calm one."), await village.Reply("Carla Nunes", thread, "The busy one."));
        var page = await Open("Bob Lindqvist", $"/threads/{thread}/x");
        await page.Locator($"#post-{busy} details:has(#comment-{busy}) > summary").ClickAsync();
        await page.Locator($"#comment-{busy}").FillAsync("Half a sentence");

        await Revise(busy, "The busy one, better.");
        await Revise(calm, "The calm one, better.");
        await page.GetByText("The calm one, better.").WaitForAsync(Soon);

        Assert.Equal(0, await page.GetByText("The busy one, better.").CountAsync());
        Assert.Equal("Half a sentence", await page.Locator($"#comment-{busy}").InputValueAsync());
        await page.Locator($"#comment-{busy}").FillAsync("");
        await page.Locator($"#comment-{busy}").BlurAsync();
        await page.GetByText("The busy one, better.").WaitForAsync(Soon);
    }

    [Fact]
    public async Task What_one_posts_oneself_stands_there_once_and_is_not_announced()
    {
        var thread = await village.Start("Alice Moreau");
        var page = await Open("Bob Lindqvist", $"/threads/{thread}/x");

        await page.Locator("#reply-text").FillAsync("My own words.");
        await page.Locator("#reply button.strong, form:has(#reply-text) button.strong").First.ClickAsync();
        await page.Locator("article.post", new() { HasText = "My own words." }).WaitForAsync(Soon);
        await Task.Delay(500, TestContext.Current.CancellationToken);

        Assert.Equal(1, await page.Locator("article.post", new() { HasText = "My own words." }).CountAsync());
        Assert.Equal(0, await page.Locator(".live-bar").CountAsync());
    }

    [Fact]
    public async Task A_page_that_was_without_a_line_says_so_and_shows_afterwards_what_it_missed()
    {
        var question = await village.Start("Alice Moreau", kind: TopicKind.Question);
        var isDown = false;
        var lines = new List<IWebSocketRoute>();
        var page = await Open("Dora Weiss", $"/questions/{question}/x", page => page.RouteWebSocketAsync("**/live", line =>
        {
            lines.Add(line);
            if (isDown) _ = line.CloseAsync();
            else line.ConnectToServer();
        }));
        for (var i = 0; i < 100 && lines.Count == 0; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        isDown = true;
        await lines[0].CloseAsync();
        await page.Locator("body > .offline").WaitForAsync(new() { Timeout = 10_000 });

        await village.Reply("Bob Lindqvist", question, "While nobody listened.", Part.Answer);
        isDown = false;
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");

        await page.GetByText("While nobody listened.").WaitForAsync(new() { Timeout = 20_000 });
        Assert.Equal(0, await page.Locator("body > .offline").CountAsync());
    }

    static LocatorWaitForOptions Soon => new() { Timeout = 5_000 };

    async Task Revise(long post, string body) =>
        await village.Site.Verb<RevisePost>().Run(await village.Site.Person("Carla Nunes"), post, new Edit(body, "", 1));

    async Task<IPage> Open(string name, string path, Func<IPage, Task>? prepare = null)
    {
        var jar = await village.Cookies(name);
        var context = await chromium.NewContextAsync();
        await context.AddCookiesAsync(jar.GetAllCookies().Select((System.Net.Cookie c) => new Microsoft.Playwright.Cookie { Name = c.Name, Value = c.Value, Url = village.Site.Address.ToString() }));
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => TestContext.Current.SendDiagnosticMessage(error);
        page.Console += (_, said) => TestContext.Current.SendDiagnosticMessage(said.Text);
        if (prepare is not null) await prepare(page);
        var answered = new TaskCompletionSource();
        page.WebSocket += (_, line) => line.FrameReceived += (_, _) => answered.TrySetResult();
        await page.GotoAsync(new Uri(village.Site.Address, path).ToString());
        if (prepare is null) await answered.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Task.Delay(200);
        return page;
    }
}
