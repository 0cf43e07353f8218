using Microsoft.Playwright;

namespace Community.Web.Tests.Browser;

/// <summary>Browsers whose JavaScript is off.</summary>
[Collection(nameof(Walks))]
public sealed class PlainWalkTests(VillageSite site)
{
    const string Title = "Is the small printer for everybody?";

    [Fact]
    public async Task Everything_that_is_written_and_done_works_without_scripts()
    {
        await using var li = await site.Walker(null, scripts: false);
        await using var jonas = await site.Walker(Village.Jonas, scripts: false);
        await SignIn(li, Village.Li);
        await Ask(li);
        await Answer(jonas, li.Path);
        await li.Open(li.Path);
        await li.Page.Locator(".post.answer").GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await li.Sees("by the one who asked");
        await Comment(li);
        await Edit(jonas, li.Path);
        await TakeBackAndRestore(jonas);
        await CloseAndReopen(li);
        await Keep(jonas);
        await SeeNotices(li);
    }

    [Fact]
    public async Task Searching_joining_and_leaving_work_without_scripts()
    {
        await using var tomas = await site.Walker(Village.Tomas, scripts: false);
        await tomas.Open("/");
        await tomas.Field("Search topics, notes and people").FillAsync("customs");
        await tomas.Page.Keyboard.PressAsync("Enter");
        await tomas.Arrives("**/search?q=customs");
        await tomas.Link("A parcel for a library outside the customs union").First.WaitForAsync();

        await tomas.Open("/spaces");
        await tomas.Button("Join Front desk and reading rooms").ClickAsync();
        await tomas.Button("Joined").ClickAsync();
        await tomas.Sees("You have left the space.");
    }

    static async Task SignIn(Walker walker, string person)
    {
        await walker.Open("/spaces/loans");
        await walker.Sees("Not here, or not for you: sign in");
        await walker.Field("Work address").FillAsync(RunningSite.EmailOf(person));
        await walker.Field("Password").FillAsync(RunningSite.Password);
        await walker.Button("Sign in").ClickAsync();
        Assert.Equal("/spaces/loans", walker.Path);
    }

    static async Task Ask(Walker walker)
    {
        await walker.Open("/new/question?space=loans");
        await walker.Field("Title").FillAsync(Title);
        await walker.Field("Your question").FillAsync("The one with the **green** lamp.");
        await walker.Field("Subjects").FillAsync("printers");
        await walker.Button("Ask").ClickAsync();
        await Assertions.Expect(walker.Page.Locator("h1")).ToHaveTextAsync(Title);
    }

    static async Task Answer(Walker walker, string address)
    {
        await walker.Open(address);
        await walker.Button("I have this question, too").ClickAsync();
        await walker.Button("I have it no longer").WaitForAsync();
        await walker.Field("What worked, where, and what it cost").FillAsync("Yes, with the blue card.");
        await walker.Page.Locator("form#reply").GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await walker.Page.Locator(".post.answer").WaitForAsync();
    }

    static async Task Comment(Walker walker)
    {
        var answer = walker.Page.Locator(".post.answer");
        await answer.Locator("summary", new() { HasText = "Comment" }).ClickAsync();
        await answer.GetByLabel("Your comment").FillAsync("The card was in the drawer.");
        await answer.GetByRole(AriaRole.Button, new() { Name = "Comment" }).ClickAsync();
        await walker.Sees("The card was in the drawer.");
    }

    static async Task Edit(Walker walker, string address)
    {
        await walker.Open(address);
        await walker.Page.Locator(".post.answer").GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await walker.Field("Text").FillAsync("Yes, with the blue card, until six.");
        await walker.Field("What changed, in a few words").FillAsync("Added the hour");
        await walker.Button("Save").ClickAsync();
        await walker.Sees("until six");
        await walker.Page.Locator(".post.answer").GetByRole(AriaRole.Link, new() { Name = "edited" }).ClickAsync();
        await walker.Sees("Added the hour");
        await walker.Open(address);
    }

    static async Task TakeBackAndRestore(Walker walker)
    {
        var answer = walker.Page.Locator(".post.answer");
        await answer.Locator("summary", new() { HasText = "More for this post" }).ClickAsync();
        await answer.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await walker.Sees("Its author took it back");
        await walker.Button("Bring it back").ClickAsync();
        await walker.Sees("Restored. Others can read it again.");
    }

    static async Task CloseAndReopen(Walker walker)
    {
        await walker.Page.Locator("aside summary", new() { HasText = "Close" }).ClickAsync();
        await walker.Field("In a few words").FillAsync("Everybody knows now.");
        await walker.Button("Close").ClickAsync();
        await walker.Sees("Closed by Li Wen: it was answered.");
        await walker.Page.Locator("aside summary", new() { HasText = "Open again" }).ClickAsync();
        await walker.Field("In a few words").FillAsync("Not everybody.");
        await walker.Button("Open again").ClickAsync();
        await walker.Field("What worked, where, and what it cost").WaitForAsync();
    }

    static async Task Keep(Walker walker)
    {
        await walker.Page.Locator(".post.answer").GetByRole(AriaRole.Button, new() { Name = "Bookmark" }).ClickAsync();
        await walker.Open("/bookmarks");
        await walker.Link(Title).First.WaitForAsync();
    }

    static async Task SeeNotices(Walker walker)
    {
        await walker.Open("/notifications");
        await walker.Link(Title).First.WaitForAsync();
        await walker.Page.Locator(".notices > li", new() { HasText = Title }).GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await walker.Open("/notifications");
        Assert.Equal(0, await walker.Link(Title).CountAsync());
    }
}
