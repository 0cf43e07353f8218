using System.Net;
using Community.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Community.Web.Tests.Drafts;

/// <summary>Whatever the answer to a form is, what was typed is still there.</summary>
public sealed class SessionEndedTests(RunningSite site) : IClassFixture<RunningSite>
{
    const string Text = "An hour of work, \"quoted\" & <tagged>.";

    [Fact]
    public async Task A_text_sent_after_the_session_ended_goes_through_signing_in_and_is_sent_once()
    {
        var (topic, page, action) = await Place("Ended once");
        using var browser = await site.SignedIn("Hal Writer");
        var form = DraftVillage.Fields(await browser.Raw(page), action).With("Body", Text);
        await EndSessions("Hal Writer");

        var refused = await browser.PostBare(action, form);
        var door = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Sign in again; your text is kept", door, StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(Text), door, StringComparison.Ordinal);
        Assert.Empty(await site.Replies(topic));

        // A wrong password first: the text stays in the form.
        var wrong = await browser.PostBare("/sign-in", DraftVillage.Fields(door, "/sign-in").With("email", RunningSite.EmailOf("Hal Writer")).With("password", "not this one at all"));
        var again = DraftVillage.Fields(await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "/sign-in");
        var entered = await browser.PostBare("/sign-in", again.With("email", RunningSite.EmailOf("Hal Writer")).With("password", RunningSite.Password));
        Assert.Equal((HttpStatusCode.SeeOther, $"/threads/{topic}#reply"), (entered.StatusCode, $"{entered.Headers.Location}"));

        var back = await browser.Raw(page);
        Assert.Contains(WebUtility.HtmlEncode(Text), back, StringComparison.Ordinal);
        Assert.Empty(await site.Replies(topic));
        var fresh = DraftVillage.Fields(back, action).With("Body", Text);
        await browser.PostBare(action, fresh);
        await browser.PostBare(action, fresh);
        Assert.Single(await site.Replies(topic));
    }

    [Fact]
    public async Task Somebody_else_who_signs_in_does_not_get_the_text()
    {
        var (topic, page, action) = await Place("Ended for another");
        using var browser = await site.SignedIn("Ida Writer");
        var form = DraftVillage.Fields(await browser.Raw(page), action).With("Body", Text);
        await EndSessions("Ida Writer");
        var door = await (await browser.PostBare(action, form)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var other = await site.Person("Jan Writer");
        await browser.PostBare("/sign-in", DraftVillage.Fields(door, "/sign-in").With("email", RunningSite.EmailOf("Jan Writer")).With("password", RunningSite.Password));

        Assert.DoesNotContain(WebUtility.HtmlEncode(Text), await browser.Raw(page), StringComparison.Ordinal);
        Assert.Empty(await site.Texts(other));
        Assert.Empty(await site.Replies(topic));
    }

    [Fact]
    public async Task A_form_from_before_signing_in_again_is_simply_sent()
    {
        var (topic, page, action) = await Place("Two sessions");
        using var browser = await site.SignedIn("Kim Writer");
        var form = DraftVillage.Fields(await browser.Raw(page), action).With("Body", Text);
        await EndSessions("Kim Writer");
        await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf("Kim Writer")), ("password", RunningSite.Password)]);

        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostBare(action, form)).StatusCode);
        Assert.Single(await site.Replies(topic));
    }

    [Fact]
    public async Task A_form_whose_token_is_lost_or_somebody_elses_gives_the_text_back()
    {
        var (topic, page, action) = await Place("Lost token");
        using var browser = await site.SignedIn("Lou Writer");
        var form = DraftVillage.Fields(await browser.Raw(page), action).With("Body", Text).With("__RequestVerificationToken", "gone");

        var answer = await browser.PostBare(action, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(Text, await answer.Text(), StringComparison.Ordinal);
        Assert.Empty(await site.Replies(topic));
    }

    [Fact]
    public async Task A_form_from_another_site_is_no_text_of_anybody()
    {
        var (_, page, action) = await Place("Foreign");
        using var browser = await site.SignedIn("Mia Writer");
        var form = DraftVillage.Fields(await browser.Raw(page), action).With("Body", Text);
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        Assert.DoesNotContain("Sign in again", await (await visitor.PostBare(action, form)).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_an_error_of_ours_gives_the_text_back()
    {
        var broken = new RunningSite { Configure = builder => builder.Services.Configure<MvcOptions>(options => options.Filters.Add(new Breaking())) };
        await broken.InitializeAsync();
        try
        {
            var topic = await broken.Thread();
            using var browser = await broken.SignedIn("Nan Writer");
            var action = $"/topics/{topic}/posts";
            var form = DraftVillage.Fields(await browser.Raw($"/threads/{topic}/where-do-drafts-go"), action).With("Body", Text);

            var answer = await browser.PostBare(action, form);

            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Contains(Text, await answer.Text(), StringComparison.Ordinal);
        }
        finally
        {
            await broken.DisposeAsync();
        }
    }

    async Task<(long Topic, string Page, string Action)> Place(string title)
    {
        var topic = await site.Thread(title);
        return (topic, $"/threads/{topic}/{title.ToLowerInvariant().Replace(' ', '-')}", $"/topics/{topic}/posts");
    }

    /// <summary>As from another device; after three seconds no page of this one counts.</summary>
    async Task EndSessions(string name)
    {
        var person = await site.Person(name);
        var sessions = await site.Store.Read(db => db.Set<Session>().Where(s => s.PersonId == person && s.EndedAt == null).Select(s => s.Id).ToListAsync());
        foreach (var session in sessions) await site.Verb<EndSession>().Run(person, session);
        site.Services.GetRequiredService<Community.Web.People.LiveSessions>().Forget();
    }

    sealed class Breaking : IAsyncActionFilter
    {
        public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) =>
            context.HttpContext.Request.Path.Value!.EndsWith("/posts", StringComparison.Ordinal) ? throw new InvalidOperationException("broken") : next();
    }
}
