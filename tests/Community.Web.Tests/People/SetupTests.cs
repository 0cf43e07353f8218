using System.Net;
using Community.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.People;

public sealed class SetupTests : IAsyncLifetime
{
    RunningSite site = null!;

    (string, string)[] Answers(string? token = null, string password = RunningSite.Password) =>
    [
        ("token", token ?? File.ReadAllText(site.Data.SetupToken).Trim()), ("name", "Ruth Mbeki"), ("email", "ruth@library.example"), ("password", password),
        ("institution", "University Library"), ("address", "https://community.library.example"), ("sign-up", "closed"), ("domains", ""),
    ];

    public async ValueTask InitializeAsync() => site = await RunningSite.Start(isSetUp: false);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_page_leads_to_the_setup_while_nobody_is_there()
    {
        using var browser = site.Visitor();

        foreach (var path in new[] { "/", "/sign-in", "/threads/1/x", "/nowhere" })
        {
            var answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/setup", answer.Headers.Location?.ToString());
        }
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/health/live"));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/favicon.svg"));
        Assert.Equal(0, await site.Store.Read(db => db.Accounts.CountAsync()));
    }

    [Fact]
    public async Task The_setup_makes_the_administrator_signs_in_and_is_gone()
    {
        using var browser = site.Visitor();

        var answer = await browser.PostForm("/setup", Answers());

        Assert.Equal((HttpStatusCode.SeeOther, "/"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var (role, institution) = await site.Store.Read(async db => ((await db.People.SingleAsync()).Role, await db.Institutions.SingleAsync()));
        Assert.Equal(Governance.Role.Administrator, role);
        Assert.Equal(("University Library", "https://community.library.example", SignUp.Closed), (institution.Name, institution.PublicAddress, institution.SignUp));
        Assert.False(File.Exists(site.Data.SetupToken));
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/setup"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.PostForm("/setup", Answers("x"), on: "/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));
    }

    [Theory]
    [InlineData("wrong-wrong-wrong", RunningSite.Password, "This is not the token.")]
    [InlineData(null, "qwertyuiopasdfgh", "stolen passwords")]
    [InlineData(null, "fourteen chars", "at least 15 characters")]
    public async Task A_wrong_field_keeps_everything_but_the_password(string? token, string password, string sentence)
    {
        using var browser = site.Visitor();

        var answer = await browser.PostForm("/setup", Answers(token, password));
        var page = await answer.Text();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains("ruth@library.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain(password, page, StringComparison.Ordinal);
        Assert.Equal(0, await site.Store.Read(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task The_token_survives_a_restart_and_is_for_its_owner_only()
    {
        var token = await File.ReadAllTextAsync(site.Data.SetupToken);

        await site.Restart();

        Assert.Equal(token, await File.ReadAllTextAsync(site.Data.SetupToken));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(site.Data.SetupToken));
    }

    [Fact]
    public async Task Two_setups_at_once_make_one_administrator()
    {
        var answers = new SetupAnswers(await File.ReadAllTextAsync(site.Data.SetupToken), "Ruth Mbeki", "ruth@library.example", RunningSite.Password, "Library", "http://127.0.0.1", SignUp.Closed, "");

        var tries = Enumerable.Range(0, 4).Select(i => site.Verb<SetUpInstitution>().Run(answers with { Email = $"ruth{i}@library.example" }));
        await Assert.ThrowsAsync<RefusedException>(() => Task.WhenAll(tries));

        Assert.Equal(1, await site.Store.Read(db => db.People.CountAsync()));
    }
}
