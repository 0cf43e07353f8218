using System.Net;
using Community.People;

namespace Community.Web.Tests.People;

public sealed class SignInTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task Signing_in_opens_the_account_and_signing_out_closes_it()
    {
        using var browser = await site.SignedIn("Jonas Brandt");
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));

        var answer = await browser.PostForm("/sign-out", [], on: "/account");

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("\"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/account"));
    }

    [Fact]
    public async Task Unknown_wrong_and_closed_get_the_same_answer()
    {
        var closed = await site.Person("Carla Closed");
        await site.Person("Wanda Wrong");
        await site.Verb<ClosePerson>().Run(site.AdministratorId, closed);

        var pages = new List<string>();
        foreach (var (email, password) in new[] { ("nobody@library.example", RunningSite.Password), (RunningSite.EmailOf("Wanda Wrong"), "not the right one at all"), (RunningSite.EmailOf("Carla Closed"), RunningSite.Password) })
        {
            using var browser = site.Visitor();
            var answer = await browser.PostForm("/sign-in", [("email", email), ("password", password)]);
            var page = await answer.Text();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(email, page, StringComparison.Ordinal);
            Assert.DoesNotContain(password, page, StringComparison.Ordinal);
            pages.Add(page[page.IndexOf("That was not it", StringComparison.Ordinal)..][..150]);
        }

        Assert.Single(pages.Distinct());
    }

    [Theory]
    [InlineData("/account?x=1", "/account?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/sign-out", "/")]
    [InlineData("/tags/größe", "/tags/gr%C3%B6%C3%9Fe")]
    public async Task One_goes_on_inside_the_site_only(string wanted, string reached)
    {
        await site.Person("Rita Return");
        using var browser = site.Visitor();

        var answer = await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf("Rita Return")), ("password", RunningSite.Password), ("return", wanted)]);

        Assert.Equal((HttpStatusCode.SeeOther, reached), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Somebody_without_a_session_signs_in_on_the_page_that_is_not_there()
    {
        await site.Person("Lena Link");
        using var browser = site.Visitor();

        var notThere = await browser.GetAsync("/threads/77/secret?page=2");
        Assert.Equal(HttpStatusCode.NotFound, notThere.StatusCode);
        Assert.Contains("value=\"/threads/77/secret?page=2\"", await notThere.Text(), StringComparison.Ordinal);
        var answer = await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf("Lena Link")), ("password", RunningSite.Password), ("return", "/threads/77/secret?page=2")], on: "/threads/77/secret?page=2");

        Assert.Equal("/threads/77/secret?page=2", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Guessing_is_paused_and_a_forged_address_does_not_help_while_the_owner_gets_in()
    {
        await site.Person("Greta Guessed");
        using var owner = await site.SignedIn("Greta Guessed");
        await owner.PostForm("/sign-out", [], on: "/account");
        using var guesser = site.Visitor();
        guesser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 7; i++)
        {
            guesser.DefaultRequestHeaders.Remove("X-Forwarded-For");
            guesser.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            answers.Add(await guesser.PostForm("/sign-in", [("email", RunningSite.EmailOf("Greta Guessed")), ("password", $"guess number {i} of many")]));
        }

        Assert.All(answers.Take(5), answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
        Assert.All(answers.Skip(5), answer => Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode));
        Assert.InRange(answers[^1].Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var back = await owner.PostForm("/sign-in", [("email", RunningSite.EmailOf("Greta Guessed")), ("password", RunningSite.Password)]);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_and_no_script()
    {
        await site.Person("Cora Cookie");
        using var browser = site.Visitor();

        var answer = await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf("Cora Cookie")), ("password", RunningSite.Password), ("stay", "true")]);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("max-age=2592000", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = await site.SignedIn("Theo Token");

        var answer = await browser.PostBare("/sign-out", []);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));
    }
}
