using Community.People;
using Community.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>What somebody typed is there again, whatever happened meanwhile, and what was sent twice is there once.</summary>
[Collection(nameof(Walks))]
public sealed class DraftWalkTests(VillageSite site)
{
    /// <summary>Somebody whose sessions end: nobody else walks as this person.</summary>
    const string Away = "Wanda Away";

    [Fact]
    public async Task A_text_whose_browser_was_killed_is_there_on_another_device()
    {
        var topic = await Thread();
        var killed = await site.Walker(Village.Li);
        await killed.Open($"/threads/{topic}");
        await Type(killed, "Half a thought");
        await killed.DisposeAsync();

        await using var phone = await site.Walker(Village.Li, width: 360);
        await phone.Open("/drafts");
        await phone.Page.GetByRole(AriaRole.Link, new() { Name = "Continue Half a thought" }).ClickAsync();

        await Assertions.Expect(Reply(phone.Page)).ToHaveValueAsync("Half a thought");
        await Reply(phone.Page).PressAsync("Control+Enter");
        await phone.Page.Locator(".post", new() { HasText = "Half a thought" }).WaitForAsync();
        await phone.Open($"/threads/{topic}");
        await Assertions.Expect(Reply(phone.Page)).ToHaveValueAsync("");
        Assert.Empty(phone.Faults);
    }

    [Fact]
    public async Task A_text_outlives_a_restart_of_the_server()
    {
        var topic = await Thread();
        await using (var before = await site.Walker(Village.Li))
        {
            await before.Open($"/threads/{topic}");
            await Type(before, "Written before the restart");
        }

        await site.Site.Restart();

        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await Assertions.Expect(Reply(li.Page)).ToHaveValueAsync("Written before the restart");
    }

    [Fact]
    public async Task What_the_server_could_not_take_is_kept_on_the_device_and_saved_later()
    {
        var topic = await Thread();
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        await li.Page.Context.SetOfflineAsync(true);
        await Reply(li.Page).FillAsync("Typed in the lift");
        await li.Sees("Not saved yet; kept on this device");
        await li.Page.CloseAsync();
        await li.Page.Context.SetOfflineAsync(false);

        var again = await li.Tab();
        await again.GotoAsync($"/threads/{topic}");

        await Assertions.Expect(Reply(again)).ToHaveValueAsync("Typed in the lift");
        await again.GetByText("Draft saved").First.WaitForAsync();
        Assert.Equal(["Typed in the lift"], await Kept(topic));
    }

    [Fact]
    public async Task What_was_typed_before_the_script_came_and_what_the_device_kept_are_both_there()
    {
        var topic = await Thread();
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        await li.Page.Context.SetOfflineAsync(true);
        await Reply(li.Page).FillAsync("Kept on this device");
        await li.Sees("Not saved yet; kept on this device");
        await li.Page.CloseAsync();
        await li.Page.Context.SetOfflineAsync(false);

        var again = await li.Tab();
        var isTyped = new TaskCompletionSource();
        await again.RouteAsync("**/js/app*.js", async route =>
        {
            await isTyped.Task;
            await route.ContinueAsync();
        });
        await again.GotoAsync($"/threads/{topic}", new() { WaitUntil = WaitUntilState.Commit });
        await Reply(again).FillAsync("Typed before the script");
        isTyped.SetResult();

        var form = again.Locator("form", new() { Has = Reply(again) });
        await form.GetByText("Another text of yours is kept for this place").WaitForAsync();
        await Assertions.Expect(Reply(again)).ToHaveValueAsync("Typed before the script");
        await form.GetByRole(AriaRole.Button, new() { Name = "Show the other text" }).ClickAsync();
        await Assertions.Expect(Reply(again)).ToHaveValueAsync("Kept on this device");
        await form.GetByRole(AriaRole.Button, new() { Name = "Show the other text" }).ClickAsync();
        await form.GetByRole(AriaRole.Button, new() { Name = "Keep what stands here" }).ClickAsync();
        await form.GetByText("Draft saved").WaitForAsync();
        Assert.Equal(["Typed before the script"], await Kept(topic));
    }

    [Fact]
    public async Task A_text_sent_after_the_session_ended_is_sent_once_after_signing_in()
    {
        var topic = await Thread();
        await site.Site.Person(Away);
        await using var away = await site.Walker(null);
        await SignIn(away);
        await away.Open($"/threads/{topic}");
        await away.Page.Locator("markdown-editor:defined").WaitForAsync();
        await Reply(away.Page).FillAsync("It took an hour to write this.");
        await EndSessions();

        await Reply(away.Page).PressAsync("Control+Enter");
        await away.Sees("Sign in again; your text is kept");
        Assert.Equal(0, await Count(topic));
        Assert.Empty(await away.Page.Findings());
        await away.Field("Work address").FillAsync(RunningSite.EmailOf(Away));
        await away.Field("Password").FillAsync(RunningSite.Password);
        await away.Button("Sign in").ClickAsync();

        await Assertions.Expect(Reply(away.Page)).ToHaveValueAsync("It took an hour to write this.");
        Assert.Equal(0, await Count(topic));
        await Reply(away.Page).PressAsync("Control+Enter");
        await away.Page.Locator(".post", new() { HasText = "It took an hour" }).WaitForAsync();
        Assert.Equal(1, await Count(topic));
    }

    [Fact]
    public async Task A_double_click_makes_one_post()
    {
        var topic = await Thread();
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        await Reply(li.Page).FillAsync("Said once");
        await li.Page.Locator("#reply button.strong").DblClickAsync();
        await li.Page.Locator(".post", new() { HasText = "Said once" }).WaitForAsync();
        await li.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(1, await Count(topic));
    }

    [Fact]
    public async Task Two_tabs_overwrite_nothing_and_the_writer_chooses()
    {
        var topic = await Thread();
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        await li.Page.Locator("markdown-editor:defined").WaitForAsync();
        var second = await li.Tab();
        await second.GotoAsync($"/threads/{topic}");
        await second.Locator("markdown-editor:defined").WaitForAsync();

        await Type(li, "From the first tab");
        await second.BringToFrontAsync();
        await Reply(second).FillAsync("From the second tab");
        await second.Locator("#reply [data-draft-other]").WaitForAsync(new() { State = WaitForSelectorState.Visible });
        Assert.Equal(["From the first tab"], await Kept(topic));
        Assert.Empty(await second.Findings());

        await second.GetByRole(AriaRole.Button, new() { Name = "Show the other text" }).ClickAsync();
        await Assertions.Expect(Reply(second)).ToHaveValueAsync("From the first tab");
        await second.GetByRole(AriaRole.Button, new() { Name = "Show the other text" }).ClickAsync();
        await Assertions.Expect(Reply(second)).ToHaveValueAsync("From the second tab");
        await second.GetByRole(AriaRole.Button, new() { Name = "Keep what stands here" }).ClickAsync();
        await second.GetByText("Draft saved").First.WaitForAsync();
        Assert.Equal(["From the second tab"], await Kept(topic));
    }

    [Fact]
    public async Task A_comment_is_kept_too()
    {
        var topic = await Thread();
        await using var li = await site.Walker(Village.Li);
        await li.Open($"/threads/{topic}");
        var opening = li.Post(await site.Village.Opening(topic));
        await opening.Locator("summary", new() { HasText = "Comment" }).ClickAsync();
        await opening.GetByLabel("Your comment").PressSequentiallyAsync("A remark");
        await opening.GetByText("Draft saved").WaitForAsync();

        await li.Open($"/threads/{topic}");

        await Assertions.Expect(opening.GetByLabel("Your comment")).ToHaveValueAsync("A remark");
        Assert.Empty(await li.Page.Findings());
    }

    [Fact]
    public async Task A_draft_is_saved_and_gone_on_with_without_scripts()
    {
        var topic = await Thread();
        await using var li = await site.Walker(Village.Li, scripts: false);
        await li.Open($"/threads/{topic}");
        await Reply(li.Page).FillAsync("By the button");
        await li.Page.Locator("#reply").GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await li.Sees("Your draft is saved.");
        await Assertions.Expect(Reply(li.Page)).ToHaveValueAsync("By the button");

        await li.Open("/drafts");
        await li.Button("Discard By the button").ClickAsync();
        await li.Sees("The draft is discarded.");
        await li.Button("Bring it back").ClickAsync();
        await li.Link("Continue By the button").WaitForAsync();
    }

    Task<long> Thread() => site.Village.Start(Village.Tomas, "loans", TopicKind.Thread, "Where do drafts go", "I wonder.");

    static ILocator Reply(IPage page) => page.Locator("#reply-text");

    static async Task Type(Walker walker, string text)
    {
        await walker.Page.Locator("markdown-editor:defined").WaitForAsync();
        await Reply(walker.Page).FillAsync(text);
        await walker.Page.Locator("#reply").GetByText("Draft saved").WaitForAsync();
    }

    Task<int> Count(long topic) => site.Site.Store.Read(db => db.Posts.CountAsync(p => p.TopicId == topic && p.Part == Part.Reply));

    Task<List<string>> Kept(long topic) => site.Site.Store.Read(async db => (await db.Drafts.Where(d => d.TopicId == topic).ToListAsync()).ConvertAll(d => DraftText.OfJson(d.Text).Body));

    static async Task SignIn(Walker walker)
    {
        await walker.Open("/sign-in");
        await walker.Field("Work address").FillAsync(RunningSite.EmailOf(Away));
        await walker.Field("Password").FillAsync(RunningSite.Password);
        await walker.Button("Sign in").ClickAsync();
        await walker.Arrives("**/");
    }

    /// <summary>As from another device.</summary>
    async Task EndSessions()
    {
        var person = await site.Site.Person(Away);
        foreach (var session in await site.Site.Store.Read(db => db.Set<Session>().Where(s => s.PersonId == person && s.EndedAt == null).Select(s => s.Id).ToListAsync())) await site.Site.Verb<EndSession>().Run(person, session);
        site.Site.Services.GetRequiredService<Community.Web.People.LiveSessions>().Forget();
    }
}
