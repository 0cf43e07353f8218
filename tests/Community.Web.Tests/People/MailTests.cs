using System.Net;
using System.Text.RegularExpressions;
using Community.Notifications;
using Community.People;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.People;

public sealed partial class MailTests : IAsyncLifetime
{
    const string Chosen = "seven otters count the rain";

    readonly SmtpSink sink = new();
    RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.Start(settings: sink.Settings);
        await Allow(SignUp.Domains);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await sink.DisposeAsync();
    }

    Task Allow(SignUp who) => site.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", who, "library.example", "Etc/UTC");

    [Fact]
    public async Task Signing_up_by_domain_mails_once_and_the_account_is_made_when_the_link_is_opened()
    {
        using var browser = site.Visitor();
        var before = await site.Store.Read(db => db.People.CountAsync());

        var asked = await browser.PostForm("/sign-up", [("email", "new.hire@library.example")]);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var mail = Assert.Single(await sink.Wait(1));
        Assert.Equal(before, await site.Store.Read(db => db.People.CountAsync()));
        Assert.Contains("https://community.library.example/link/", mail, StringComparison.Ordinal);
        var made = await browser.PostForm(Link(mail), [("name", "New Hire"), ("password", Chosen), ("email", "somebody@else.example")]);

        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));
        Assert.NotNull(await site.Verb<CheckPassword>().Run("new.hire@library.example", Chosen));
        await Task.Delay(2_500);
        Assert.Single(sink.Mails);
    }

    [Fact]
    public async Task Whoever_has_an_account_gets_the_same_answer_and_a_link_to_a_new_password()
    {
        await site.Person("Knut Known");
        using var browser = site.Visitor();

        var known = await (await browser.PostForm("/sign-up", [("email", RunningSite.EmailOf("Knut Known"))])).Text();
        var unknown = await (await browser.PostForm("/sign-up", [("email", "knut.unknow@library.example")])).Text();

        var mails = await sink.Wait(2);
        Assert.Equal(Bare(known, "knut.known"), Bare(unknown, "knut.unknow"));
        Assert.Contains(mails, mail => mail.Contains("Subject: A new password", StringComparison.Ordinal));
        Assert.Contains(mails, mail => mail.Contains("Subject: Make your account", StringComparison.Ordinal));

        static string Bare(string page, string name) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main", StringComparison.Ordinal)].Replace(name, "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_goes_to_the_account_and_nowhere_else()
    {
        await site.Person("Rita Reset");
        using var browser = site.Visitor();

        Assert.Equal(HttpStatusCode.OK, (await browser.PostForm("/reset", [("email", "nobody@library.example")])).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostForm("/reset", [("email", RunningSite.EmailOf("Rita Reset").ToUpperInvariant())])).StatusCode);

        var mail = Assert.Single(await sink.Wait(1));
        Assert.Contains("To: Rita Reset <rita.reset@library.example>", mail, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm(Link(mail), [("password", Chosen)])).StatusCode);
        Assert.NotNull(await site.Verb<CheckPassword>().Run("rita.reset@library.example", Chosen));
    }

    [Fact]
    public async Task A_foreign_domain_is_refused_with_a_sentence()
    {
        using var browser = site.Visitor();

        var answer = await browser.PostForm("/sign-up", [("email", "me@elsewhere.example")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Only addresses at library.example can sign up.", await answer.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_mail_is_sent_later_and_not_twice()
    {
        sink.Refusals = 1;
        await site.Store.Write(async db =>
        {
            db.Mails.Add(new Mail("a@library.example", "A", "Once", "Text", site.Clock.Now()));
            await db.SaveChangesAsync();
        });
        for (var i = 0; i < 100 && sink.Refused == 0; i++) await Task.Delay(100);
        await Task.Delay(2_500);
        Assert.Empty(sink.Mails);

        site.Clock.Forward(TimeSpan.FromMinutes(2));

        await sink.Wait(1);
        site.Clock.Forward(TimeSpan.FromHours(12));
        await Task.Delay(2_500);
        Assert.Single(sink.Mails);
        var mail = await site.Store.Read(db => db.Mails.SingleAsync());
        Assert.Equal(1, mail.Tries);
        Assert.NotNull(mail.SentAt);
    }

    [Fact]
    public async Task A_mail_to_many_places_by_a_forged_address_is_refused()
    {
        using var browser = site.Visitor();

        foreach (var email in new[] { "a@library.example\r\nBcc: b@library.example", "a@library.example,b@library.example", "<a@library.example>" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostForm("/sign-up", [("email", email)])).StatusCode);
    }

    [Fact]
    public async Task Without_a_mail_server_sign_up_stays_closed_and_says_why()
    {
        await using var mute = await RunningSite.Start();
        await mute.Verb<DescribeInstitution>().Run(null, "University Library", "https://community.library.example", SignUp.Domains, "library.example", "Etc/UTC");
        using var browser = mute.Visitor();

        Assert.Contains("this site cannot send mail yet", await browser.Page("/sign-up"), StringComparison.Ordinal);
        Assert.Contains("Ask an administrator: they make a link", await browser.Page("/reset"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostForm("/sign-up", [("email", "me@library.example")], on: "/sign-in")).StatusCode);
    }

    static string Link(string mail) => LinkInMail().Match(mail.Replace("=\n", "", StringComparison.Ordinal)).Value;

    [GeneratedRegex("/link/[A-Za-z0-9_-]{43}", RegexOptions.NonBacktracking)]
    private static partial Regex LinkInMail();
}
