using System.Text.RegularExpressions;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>Without a line what was read is there, what is typed is not lost, and nobody finds what somebody else read.</summary>
[Collection(nameof(Walks))]
public sealed partial class OfflineWalkTests(VillageSite site)
{
    /// <summary>People whose sessions end: nobody else walks as these.</summary>
    const string Olga = "Olga Offline", Next = "Nadia Next";

    [Fact]
    public async Task A_page_that_was_read_is_shown_and_says_of_when_it_is_and_any_other_leads_to_what_is_kept()
    {
        var (read, unread) = (await Thread("Read before the tunnel"), await Thread("Never opened"));
        await using var li = await site.Walker(Village.Li, worker: true);
        await Read(li, $"/threads/{read}");
        await li.Page.Context.SetOfflineAsync(true);

        await li.Page.ReloadAsync();
        await li.Page.Locator(".offline.kept", new() { HasTextRegex = AsOf() }).WaitForAsync();
        await li.Sees("I wonder.");
        Assert.Empty(await li.Page.Findings());
        await li.Open($"/threads/{read}/as-it-was-called-before");
        await li.Sees("I wonder.");
        await li.Open($"/threads/{unread}");
        await li.Sees("You are offline.");
        Assert.False(await li.Shows("Never opened"));
        Assert.Empty(await li.Page.Findings());
        await li.Page.Locator("[data-kept-pages]").GetByRole(AriaRole.Link, new() { Name = "Read before the tunnel" }).ClickAsync();
        await li.Sees("I wonder.");

        await li.Page.Context.SetOfflineAsync(false);
        await li.Sees("You are online again; this is as of");
        await li.Page.GetByRole(AriaRole.Link, new() { Name = "Show it as it is now" }).ClickAsync();
        await Assertions.Expect(li.Page.Locator(".offline.kept")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_draft_typed_without_a_line_arrives_after_it_is_back_though_its_page_is_closed_and_is_not_sent()
    {
        var topic = await Thread("Typed in the tunnel");
        await using var li = await site.Walker(Village.Li, worker: true);
        await Read(li, "/");
        await Read(li, $"/threads/{topic}");
        await li.Page.Context.SetOfflineAsync(true);
        await li.Page.ReloadAsync();
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        await Reply(li.Page).FillAsync("Written under the hill");
        await li.Sees("Not saved yet; kept on this device");
        await Leave(li);
        await li.Open("/no/such/page");
        await li.Page.Locator("[data-kept-drafts]").GetByRole(AriaRole.Link, new() { Name = "Written under the hill" }).WaitForAsync();
        await li.Open("/");
        await li.Sees("You are offline: this is as of");
        Assert.Empty(await Kept(topic));

        await li.Page.Context.SetOfflineAsync(false);
        await li.Open("/");

        await site.Site.Until("the draft is there", async db => await db.Drafts.AnyAsync(d => d.TopicId == topic));
        Assert.Equal(["Written under the hill"], await Kept(topic));
        Assert.Equal(0, await Count(topic));
        await li.Open($"/threads/{topic}");
        await Assertions.Expect(Reply(li.Page)).ToHaveValueAsync("Written under the hill");
    }

    [Fact]
    public async Task A_newer_draft_from_another_device_is_not_written_over()
    {
        var topic = await Thread("Two pens");
        await using var li = await site.Walker(Village.Li, worker: true);
        await Read(li, "/");
        await Read(li, $"/threads/{topic}");
        await li.Page.Context.SetOfflineAsync(true);
        await li.Page.ReloadAsync();
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        await Reply(li.Page).FillAsync("From the train");
        await li.Sees("Not saved yet; kept on this device");
        await Leave(li);
        await li.Open("/");
        await site.Site.Verb<SaveDraft>().Run(site.Village[Village.Li], DraftPlace.ReplyIn(topic), new DraftText("From the desk"), null);

        await li.Page.Context.SetOfflineAsync(false);
        await li.Open("/");
        await Task.Delay(6_000);
        Assert.Equal(["From the desk"], await Kept(topic));

        await li.Open($"/threads/{topic}");
        await li.Page.Locator("#reply [data-draft-other]").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        await li.Page.Locator("#reply").GetByRole(AriaRole.Button, new() { Name = "Show the other text" }).ClickAsync();
        await Assertions.Expect(Reply(li.Page)).ToHaveValueAsync("From the train");
    }

    [Fact]
    public async Task A_form_sent_without_a_line_stays_says_so_and_is_sent_once_by_hand_afterwards()
    {
        var topic = await Thread("Sent in the tunnel");
        await using var li = await site.Walker(Village.Li, worker: true);
        await Read(li, $"/threads/{topic}");
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        await li.Page.Context.SetOfflineAsync(true);
        await Reply(li.Page).FillAsync("Out of the tunnel");
        await li.Page.Locator("#reply button.strong").ClickAsync();
        await li.Sees("Not sent yet: you are offline. It is kept on this device.");
        Assert.Empty(await li.Page.Findings());

        await li.Page.Context.SetOfflineAsync(false);
        await li.Sees("Not sent yet. You are online again.");
        await Task.Delay(3_000);
        Assert.Equal(0, await Count(topic));
        await li.Button("Send it now").ClickAsync();
        await li.Page.Locator(".post", new() { HasText = "Out of the tunnel" }).WaitForAsync();
        Assert.Equal(1, await Count(topic));
    }

    [Fact]
    public async Task Signing_out_somebody_else_and_a_session_that_ended_take_away_what_was_kept()
    {
        var topic = await Thread("Not for the next one");
        foreach (var person in new[] { Olga, Next }) await site.Site.Person(person);
        await using var shared = await site.Walker(null, worker: true);
        await SignIn(shared, Olga);
        await Read(shared, $"/threads/{topic}");
        await shared.Page.Locator("[popovertarget=person]").ClickAsync();
        await shared.Button("Sign out").ClickAsync();
        await shared.Arrives("**/sign-in");
        await Nothing(shared);

        // Without the header that empties the browser, and without signing out: the next person's first page does it.
        await SignIn(shared, Olga);
        await Read(shared, $"/threads/{topic}");
        var first = await shared.Page.Context.CookiesAsync();
        await shared.Page.Context.ClearCookiesAsync();
        await using (var elsewhere = await site.Walker(null))
        {
            await SignIn(elsewhere, Next);
            await shared.Page.Context.AddCookiesAsync((await elsewhere.Page.Context.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        }

        await shared.Open("/questions");
        await Nothing(shared);

        // And so does a page for nobody.
        await shared.Page.Context.ClearCookiesAsync();
        await shared.Page.Context.AddCookiesAsync(first.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        await Read(shared, $"/threads/{topic}");
        await shared.Page.Context.ClearCookiesAsync();
        await shared.Open("/account");
        await Nothing(shared);
        await shared.Page.Context.SetOfflineAsync(true);
        await shared.Open($"/threads/{topic}");
        await shared.Sees("You are offline.");
        Assert.False(await shared.Shows("I wonder."));
    }

    [Fact]
    public async Task Pages_of_the_account_of_administration_and_of_masks_are_never_kept()
    {
        await using var ruth = await site.Walker(Village.Ruth, worker: true);
        await Read(ruth, "/");
        foreach (var address in new[] { "/account", "/account/mail", "/account/push", "/admin", "/admin/people", "/drafts", "/feeds", "/searches", "/threads" }) await ruth.Open(address);
        await ruth.Page.WaitForTimeoutAsync(500);
        Assert.Equal(["/"], await KeptPages(ruth));
    }

    [GeneratedRegex("You are offline: this is as of [0-9]{2}:[0-9]{2}[.]", RegexOptions.None, 1_000)]
    private static partial Regex AsOf();

    Task<long> Thread(string title) => site.Village.Start(Village.Tomas, "loans", TopicKind.Thread, title, "I wonder.");

    static ILocator Reply(IPage page) => page.Locator("#reply-text");

    /// <summary>Opens a page and waits until the worker has it.</summary>
    static async Task Read(Walker walker, string address)
    {
        await walker.Open(address);
        await walker.Page.WaitForFunctionAsync("() => navigator.serviceWorker.controller !== null");
        await walker.Page.WaitForFunctionAsync("async () => (await Promise.all((await caches.keys()).filter(name => name.startsWith('pages-')).map(async name => (await (await caches.open(name)).keys()).map(key => key.url)))).flat().includes(location.origin + location.pathname + location.search)");
    }

    /// <summary>What a page sends while it goes away reaches the site although the browser plays that it is offline; without a line it would not.</summary>
    static async Task Leave(Walker walker) => await walker.Page.EvaluateAsync("() => { const real = window.fetch; window.fetch = (what, how) => how?.keepalive ? Promise.reject(new TypeError('There is no line')) : real(what, how); }");

    static async Task<List<string>> KeptPages(Walker walker) =>
        [.. (await walker.Page.EvaluateAsync<string[]>("async () => (await Promise.all((await caches.keys()).filter(name => name.startsWith('pages-')).map(async name => (await (await caches.open(name)).keys()).map(key => key.url)))).flat()")).Select(url => new Uri(url).AbsolutePath)];

    static async Task Nothing(Walker walker)
    {
        for (var tries = 0; tries < 50 && (await KeptPages(walker)).Count > 0; tries++) await walker.Page.WaitForTimeoutAsync(100);
        await walker.Page.WaitForTimeoutAsync(500);
        Assert.Empty(await KeptPages(walker));
    }

    Task<int> Count(long topic) => site.Site.Store.Read(db => db.Posts.CountAsync(p => p.TopicId == topic && p.Part == Part.Reply));

    Task<List<string>> Kept(long topic) => site.Site.Store.Read(async db => (await db.Drafts.Where(d => d.TopicId == topic).ToListAsync()).ConvertAll(d => DraftText.OfJson(d.Text).Body));

    static async Task SignIn(Walker walker, string person)
    {
        await walker.Open("/sign-in");
        await walker.Field("Work address").FillAsync(RunningSite.EmailOf(person));
        await walker.Field("Password").FillAsync(RunningSite.Password);
        await walker.Button("Sign in").ClickAsync();
        await walker.Arrives("**/");
    }
}
