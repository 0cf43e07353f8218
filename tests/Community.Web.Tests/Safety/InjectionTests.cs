using System.Net;
using Community.People;

namespace Community.Web.Tests.Safety;

/// <summary>What is typed or sent along never becomes part of an address, a header or a mail that it should not be in.</summary>
public sealed class InjectionTests : IAsyncLifetime
{
    const string PublicAddress = "https://community.library.example";

    readonly SmtpSink mails = new();
    RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.Start(settings: mails.Settings);
        await site.Verb<DescribeInstitution>().Run(site.AdministratorId, "University Library", PublicAddress, SignUp.Open, "", "Etc/UTC");
    }

    [Fact]
    public async Task A_foreign_host_is_answered_and_is_in_no_page_redirect_or_mail()
    {
        await site.Person("Mila Mailed");
        using var browser = site.Visitor();
        browser.DefaultRequestHeaders.Host = "evil.example";
        browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "worse.example");
        browser.DefaultRequestHeaders.Add("X-Original-Host", "worse.example");
        foreach (var address in Gate.Endpoints.Of(site).Where(address => address.Method == "GET"))
        {
            var answer = await browser.GetAsync(new Uri(address.Fill(place => place == "kind" ? address.Template.StartsWith("/new", StringComparison.Ordinal) ? "note" : "threads" : "1"), UriKind.Relative), TestContext.Current.CancellationToken);
            var all = $"{answer.Headers}{answer.Content.Headers}{await answer.Text()}";
            Assert.True((int)answer.StatusCode < 500, $"{address} gives {answer.StatusCode}");
            Assert.DoesNotContain("evil.example", all, StringComparison.Ordinal);
            Assert.DoesNotContain("worse.example", all, StringComparison.Ordinal);
        }

        await browser.PostForm("/reset", [("email", RunningSite.EmailOf("Mila Mailed"))]);
        await browser.PostForm("/sign-up", [("email", "new.hire@library.example")]);

        Assert.All(await mails.Wait(2), mail =>
        {
            Assert.Contains(PublicAddress + "/link/", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("evil.example", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("worse.example", mail, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("a@library.example\r\nBcc: evil@evil.example")]
    [InlineData("a@library.example%0d%0aBcc:evil@evil.example")]
    [InlineData("a@library.example,evil@evil.example")]
    [InlineData("a@library.example;evil@evil.example")]
    [InlineData("<a@library.example> evil@evil.example")]
    [InlineData("\"a\\r\\nBcc: evil@evil.example\"@library.example")]
    public async Task No_mail_goes_to_an_address_that_is_two(string email)
    {
        using var browser = site.Visitor();
        foreach (var path in new[] { "/sign-up", "/reset" }) Assert.NotEqual(HttpStatusCode.InternalServerError, (await browser.PostForm(path, [("email", email)])).StatusCode);
        await browser.PostForm("/sign-up", [("email", "last@library.example")]);

        var all = await mails.Wait(1);
        Assert.All(all, mail => Assert.DoesNotContain("bcc:", mail, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(all, mail => mail.Contains("last@library.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_stays_a_name_in_the_mail_to_its_owner()
    {
        const string name = "Nils\r\nBcc: evil@evil.example\r\n\r\n<b>Sold</b>";
        try
        {
            var person = (await site.Verb<AddPerson>().Run(site.AdministratorId, name, "nils@library.example", Governance.Role.Member, null, null)).Id;
            Assert.DoesNotContain('\n', await site.Store.Read(db => Task.FromResult(db.People.Single(p => p.Id == person).Name)));
        }
        catch (RefusedException)
        {
            return;
        }

        using var browser = site.Visitor();
        await browser.PostForm("/reset", [("email", "nils@library.example")]);
        var mail = Assert.Single(await mails.Wait(1));
        Assert.DoesNotContain("\nBcc:", mail, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("text/html", mail, StringComparison.OrdinalIgnoreCase);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await mails.DisposeAsync();
    }
}
