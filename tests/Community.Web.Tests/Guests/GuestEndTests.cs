using System.Diagnostics;
using System.Net;
using Community.Governance;
using Community.People;
using Community.Spaces;
using Community.Spaces.Guests;
using Community.Topics;
using Community.Web.Tests.Api;
using Community.Web.Tests.Live;
using Microsoft.EntityFrameworkCore;

namespace Community.Web.Tests.Guests;

/// <summary>A guest who is connected loses everything within a second of the end, by whatever way they came in.</summary>
public sealed class GuestEndTests(LiveVillage village) : IClassFixture<LiveVillage>
{
    static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task When_the_day_comes_an_open_line_brings_nothing_after_a_second_and_no_door_opens()
    {
        var site = village.Site;
        var space = await site.Verb<MakeSpace>().Run(site.AdministratorId, "with-partners", "With partners", "", Tier.Partners);
        var topic = await village.Start(RunningSite.Administrator, space);
        var (guest, jar) = await Come("Gerda Guest", space);
        var program = await site.Program(guest);
        await site.Verb<RenewFeedKey>().Run(guest);
        var key = await site.Store.Read(db => db.FeedKeys.Where(k => k.PersonId == guest).Select(k => k.Secret).FirstAsync());
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = site.Address };
        using var visitor = site.Visitor();
        await using var line = await LiveLine.Open(site.Address, jar);
        await line.Watch(topic);
        await village.Reply(RunningSite.Administrator, topic);
        Assert.Single(await line.Until(1));
        Assert.Equal(HttpStatusCode.OK, await browser.Status($"/spaces/{space}"));
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status("/spaces/loans"));
        Assert.Equal(HttpStatusCode.OK, await visitor.Status($"/spaces/{space}/feed.atom?key={key}"));
        Assert.Equal(200, (await program.Read($"topics/{topic}")).Status);

        site.Clock.Forward(TimeSpan.FromDays(1));
        var end = Stopwatch.GetTimestamp();
        Assert.Equal(HttpStatusCode.NotFound, await browser.Status($"/spaces/{space}"));
        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status($"/spaces/{space}/feed.atom?key={key}"));
        Assert.Equal(401, (await program.Read($"topics/{topic}")).Status);
        while (Stopwatch.GetElapsedTime(end) < 2.5 * Allowed)
        {
            await village.Reply(RunningSite.Administrator, topic);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(line.Changes, change => Stopwatch.GetElapsedTime(end, change.Ticks) > Allowed);
        await line.Closed.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var again = await LiveLine.Open(site.Address, jar);
            await again.Watch(topic);
        });
        Assert.NotEqual(HttpStatusCode.SeeOther, (await visitor.PostForm("/sign-in", [("email", RunningSite.EmailOf("Gerda Guest")), ("password", RunningSite.Password)])).StatusCode);
        await site.Until("the account is closed", db => db.People.AnyAsync(p => p.Id == guest && p.ClosedAt != null));
        Assert.False(await site.Store.Read(db => db.Sessions.AnyAsync(s => s.PersonId == guest && s.EndedAt == null)));
    }

    [Fact]
    public async Task Ended_by_the_sponsor_an_open_line_is_cut_and_the_words_stay()
    {
        var site = village.Site;
        var space = await site.Verb<MakeSpace>().Run(site.AdministratorId, "ended-partners", "Ended partners", "", Tier.Partners);
        var topic = await village.Start(RunningSite.Administrator, space);
        var (guest, jar) = await Come("Gino Guest", space);
        var post = await site.Verb<AddPost>().Run(guest, topic, Part.Reply, null, "Our maps are on loan.");
        await using var line = await LiveLine.Open(site.Address, jar);
        await line.Watch(topic);

        await site.Verb<EndGuest>().Run(site.AdministratorId, guest, "");
        var end = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(end) < 2 * Allowed)
        {
            await village.Reply(RunningSite.Administrator, topic);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(line.Changes, change => Stopwatch.GetElapsedTime(end, change.Ticks) > Allowed);
        await line.Closed.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        using var administrator = await site.SignedIn();
        Assert.Contains("Our maps are on loan.", await administrator.Page($"/posts/{post}/fragment"), StringComparison.Ordinal);
    }

    /// <summary>Invited until tomorrow, and signed in.</summary>
    async Task<(long Id, CookieContainer Jar)> Come(string name, string space)
    {
        var site = village.Site;
        var added = await site.Verb<InviteGuest>().Run(site.AdministratorId, name, RunningSite.EmailOf(name), [space], site.Clock.Now().AddDays(1), "They lend us maps.");
        await site.Verb<UseInvitation>().Run(added.Link!.Address[(added.Link.Address.LastIndexOf('/') + 1)..], name, RunningSite.Password);
        var jar = new CookieContainer();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = jar }) { BaseAddress = site.Address };
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostForm("/sign-in", [("email", RunningSite.EmailOf(name)), ("password", RunningSite.Password)])).StatusCode);
        return (added.Id, jar);
    }
}
