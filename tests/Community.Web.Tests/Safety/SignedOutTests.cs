using System.Diagnostics;
using System.Net;
using Community.Governance;
using Community.People;
using Community.Web.Tests.Live;

namespace Community.Web.Tests.Safety;

/// <summary>Whoever lost the right to be here is out within five seconds: on every page, and on the line that was open already. Done by verbs, as on another node.</summary>
public sealed class SignedOutTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("changes the password")]
    [InlineData("resets the password")]
    [InlineData("ends other sessions")]
    [InlineData("ends this session")]
    [InlineData("is closed")]
    [InlineData("becomes a guest")]
    [InlineData("is moderator no more")]
    public async Task Signed_out_everywhere_within_five_seconds(string what)
    {
        var name = "Person who " + what;
        var person = await village.Site.Person(name, what.Contains("moderator", StringComparison.Ordinal) ? Role.Moderator : Role.Member);
        using var browser = Browser(await village.Cookies(name));
        await using var line = await village.Line(name);
        var session = await village.Site.Store.Read(db => Task.FromResult(db.Sessions.Single(s => s.PersonId == person).Id));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));

        var began = Stopwatch.GetTimestamp();
        await Happens(what, person, session);
        await line.Closed.WaitAsync(AtMost, TestContext.Current.CancellationToken);
        while (await browser.Status("/account") != HttpStatusCode.NotFound && Stopwatch.GetElapsedTime(began) < AtMost) await Task.Delay(100, TestContext.Current.CancellationToken);

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, AtMost);
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/account"));
        await Assert.ThrowsAnyAsync<Exception>(async () => await LiveLine.Open(village.Site.Address, await village.Cookies(name)));
    }

    [Fact]
    public async Task More_rights_and_other_peoples_acts_sign_nobody_out()
    {
        var person = await village.Site.Person("Paula Promoted");
        using var browser = Browser(await village.Cookies("Paula Promoted"));
        await using var line = await village.Line("Paula Promoted");

        await village.Site.Verb<ChangeRole>().Run(village.Site.AdministratorId, person, Role.Moderator);
        await village.Site.Verb<EndOtherSessions>().Run(await village.Site.Person("Otto Other"), Guid.NewGuid());
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await browser.Status("/account"));
        Assert.False(line.Closed.IsCompleted);
    }

    async Task Happens(string what, long person, Guid session)
    {
        var (site, admin) = (village.Site, village.Site.AdministratorId);
        await (what switch
        {
            "changes the password" => site.Verb<ChangePassword>().Run(person, Guid.NewGuid(), RunningSite.Password, "a longer word than the one before"),
            "resets the password" => Reset(),
            "ends other sessions" => site.Verb<EndOtherSessions>().Run(person, Guid.NewGuid()),
            "ends this session" => site.Verb<EndSession>().Run(person, session),
            "is closed" => site.Verb<ClosePerson>().Run(admin, person),
            "becomes a guest" => site.Verb<ChangeRole>().Run(admin, person, Role.Guest),
            _ => site.Verb<ChangeRole>().Run(admin, person, Role.Member),
        });

        async Task Reset()
        {
            var link = await site.Verb<MakeLink>().Run(admin, person, LinkPurpose.ResetPassword, null, null);
            await site.Verb<UseReset>().Run(link.Address.Split('/')[^1], "a longer word than the one before");
        }
    }

    HttpClient Browser(CookieContainer jar) => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = village.Site.Address };
}
